import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** A started command, and what it has said so far. */
export interface Started {
  readonly child: ChildProcess;
  readonly output: { stdout: string; stderr: string };
}

/** Starts a program; whoever starts it ends it. */
export const startProcess = (
  file: string,
  parameters: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): Started => {
  const child = spawn(file, parameters, { env: { ...process.env, ...environment } });
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (output.stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output.stderr += chunk.toString()));
  return { child, output };
};

/** Waits for the end of a process. @returns its exit code; null where a signal ended it */
export const endOf = async (child: ChildProcess): Promise<number | null> => {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'close');
  return child.exitCode;
};
