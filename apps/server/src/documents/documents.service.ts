import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { WorkerJobs } from '../platform/worker-jobs.js';
import type { DocumentModel } from './document-model.js';

/** Writing a document keeps a thread busy for up to a second; it must not be the one that answers requests. */
@Injectable()
export class DocumentsService implements OnApplicationShutdown {
  private readonly worker = new WorkerJobs<DocumentModel, Uint8Array>('document-worker');

  /** Writes a Word document. Jobs run one after the other. */
  async docx(model: DocumentModel): Promise<Buffer> {
    return Buffer.from(await this.worker.run(model));
  }

  onApplicationShutdown(): Promise<void> {
    return this.worker.stop();
  }
}
