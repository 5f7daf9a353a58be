import { appendFile, rename, stat } from 'node:fs/promises';
import type { RecordResult } from '@opsgauge/contract';

const fileBytesMax = 1024 * 1024;

/**
 * Notes a record the hub rejected for good, so that it can be looked into without blocking those behind it. Bounded:
 * at 1 MiB the file becomes `….old`, replacing the one before.
 */
export const keepDeadLetter = async (
  path: string,
  payload: string,
  result: Partial<RecordResult>,
): Promise<void> => {
  const size = await stat(path).then(
    (found) => found.size,
    () => 0,
  );
  if (size > fileBytesMax) await rename(path, `${path}.old`);
  const { code, message } = result;
  const line = JSON.stringify({
    rejectedAt: new Date().toISOString(),
    code,
    message,
    record: JSON.parse(payload),
  });
  await appendFile(path, `${line}\n`, { mode: 0o600 });
};
