import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { DocumentModel } from './document-model.js';
import type { DocumentAnswer, DocumentJob } from './document-worker.js';

/** Writing a document keeps a thread busy for up to a second; it must not be the one that answers requests. */
@Injectable()
export class DocumentsService implements OnApplicationShutdown {
  private worker: Worker | undefined;
  private lastId = 0;
  private readonly waiting = new Map<
    number,
    { resolve: (file: Buffer) => void; reject: (error: Error) => void }
  >();
  private queue: Promise<unknown> = Promise.resolve();

  /** Writes a Word document. Jobs run one after the other. */
  docx(model: DocumentModel): Promise<Buffer> {
    const written = this.queue.then(() => this.run(model));
    this.queue = written.catch(() => {});
    return written;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.worker?.terminate();
  }

  private run(model: DocumentModel): Promise<Buffer> {
    const worker = (this.worker ??= this.start());
    const id = ++this.lastId;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      worker.postMessage({ id, model } satisfies DocumentJob);
    });
  }

  private start(): Worker {
    const worker = new Worker(workerFile());
    worker.unref();
    worker.on('message', (answer: DocumentAnswer) => {
      const job = this.waiting.get(answer.id);
      this.waiting.delete(answer.id);
      if ('file' in answer) job?.resolve(Buffer.from(answer.file));
      else job?.reject(new Error(`the document could not be written: ${answer.error}`));
    });
    worker.on('error', (error) => this.fail(error));
    worker.on('exit', () => this.fail(new Error('the document writer stopped')));
    return worker;
  }

  /** A broken writer costs the jobs it had; the next job gets a new one. */
  private fail(error: Error): void {
    this.worker = undefined;
    for (const { reject } of this.waiting.values()) reject(error);
    this.waiting.clear();
  }
}

/** Beside the built hub; when tests run the sources, the last build's. */
function workerFile(): string {
  const here = path.dirname(fileURLToPath(import.meta.url));
  const built = path.join(here, 'document-worker.js');
  return fs.existsSync(built) ? built : path.resolve(here, '../../dist/document-worker.js');
}
