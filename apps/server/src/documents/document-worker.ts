import { parentPort } from 'node:worker_threads';
import type { DocumentModel } from './document-model.js';
import { writeDocx } from './docx-writer.js';

/** One job: a document to write; the answer carries the same number. */
export interface DocumentJob {
  readonly id: number;
  readonly model: DocumentModel;
}

export type DocumentAnswer =
  { readonly id: number; readonly file: Uint8Array } | { readonly id: number; readonly error: string };

parentPort!.on('message', ({ id, model }: DocumentJob) => {
  writeDocx(model).then(
    (file) => parentPort!.postMessage({ id, file } satisfies DocumentAnswer),
    (error: Error) =>
      parentPort!.postMessage({ id, error: error.stack ?? error.message } satisfies DocumentAnswer),
  );
});
