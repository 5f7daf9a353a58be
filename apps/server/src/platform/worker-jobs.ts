import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker, type MessagePort } from 'node:worker_threads';

interface Request<Job> {
  readonly id: number;
  readonly job: Job;
}
type Answer<Result> =
  { readonly id: number; readonly result: Result } | { readonly id: number; readonly error: string };

/** In the thread: does the jobs that {@link WorkerJobs} sends, each by itself. */
export function answerJobs<Job, Result>(port: MessagePort, work: (job: Job) => Promise<Result>): void {
  port.on('message', ({ id, job }: Request<Job>) => {
    work(job).then(
      (result) => port.postMessage({ id, result } satisfies Answer<Result>),
      (error: Error) =>
        port.postMessage({ id, error: error.stack ?? error.message } satisfies Answer<Result>),
    );
  });
}

/**
 * Work that would keep the thread that answers requests busy for too long, in one of its own, which is started when
 * first needed; jobs run one after the other.
 */
export class WorkerJobs<Job, Result> {
  private worker: Worker | undefined;
  private lastId = 0;
  private readonly waiting = new Map<
    number,
    { resolve: (result: Result) => void; reject: (error: Error) => void }
  >();
  private queue: Promise<unknown> = Promise.resolve();

  /** @param name of the thread's file, without its ending */
  constructor(private readonly name: string) {}

  /** @throws Error where the job failed or the thread stopped; the next job gets a new one */
  run(job: Job): Promise<Result> {
    const done = this.queue.then(() => this.send(job));
    this.queue = done.catch(() => {});
    return done;
  }

  async stop(): Promise<void> {
    await this.worker?.terminate();
  }

  private send(job: Job): Promise<Result> {
    const worker = (this.worker ??= this.start());
    const id = ++this.lastId;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      worker.postMessage({ id, job } satisfies Request<Job>);
    });
  }

  private start(): Worker {
    const worker = new Worker(workerFile(this.name));
    worker.unref();
    worker.on('message', (answer: Answer<Result>) => {
      const job = this.waiting.get(answer.id);
      this.waiting.delete(answer.id);
      if ('result' in answer) job?.resolve(answer.result);
      else job?.reject(new Error(`${this.name}: ${(answer as { error: string }).error}`));
    });
    worker.on('error', (error) => this.fail(error));
    worker.on('exit', () => this.fail(new Error(`${this.name} stopped`)));
    return worker;
  }

  private fail(error: Error): void {
    this.worker = undefined;
    for (const { reject } of this.waiting.values()) reject(error);
    this.waiting.clear();
  }
}

/** Beside the built hub; when tests run the sources, the last build's. */
function workerFile(name: string): string {
  const here = path.dirname(fileURLToPath(import.meta.url));
  const built = path.join(here, `${name}.js`);
  return fs.existsSync(built) ? built : path.resolve(here, `../../dist/${name}.js`);
}
