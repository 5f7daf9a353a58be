import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** What a load is. */
export interface Load {
  readonly url: string;
  readonly firstServer: number;
  readonly servers: number;
  readonly samplesPerRequest: number;
  readonly requestsPerSecond: number;
  readonly seconds: number;
  /** From which number on the servers count their samples: each load begins where the last one ended. */
  readonly firstSeq: number;
  /** When those that are caught up on began. */
  readonly firstSampleMs: number;
}

/** What became of it. */
export interface LoadResult {
  readonly requests: number;
  readonly samples: number;
  readonly seconds: number;
  readonly medianMs: number;
  readonly p99Ms: number;
}

const runner = fileURLToPath(new URL('../../support/run-typescript.mjs', import.meta.url));
const program = fileURLToPath(new URL('load-process.ts', import.meta.url));

/** Sends it from a process of its own, at its own pace whatever the hub's is, until every request is answered. */
export async function sendLoad(load: Load): Promise<LoadResult> {
  const child = fork(runner, [program, JSON.stringify(load)], { execArgv: [] });
  const answered = once(child, 'message') as Promise<[LoadResult]>;
  const ended = once(child, 'exit').then(([code]) =>
    Promise.reject(new Error(`the load's process ended with ${String(code)}`)),
  );
  ended.catch(() => {});
  const [result] = await Promise.race([answered, ended]);
  return result as LoadResult;
}
