import { saveFile } from '../files/save-file.js';
import { ApiError } from './api-error.js';

/**
 * Fetches `path` as `accept` and hands it to the browser as a file; for what a plain link cannot ask for.
 *
 * @throws ApiError where the hub does not answer with success
 */
export async function download(path: string, accept: string, fileName: string): Promise<void> {
  const response = await fetch(path, { credentials: 'same-origin', headers: { accept } }).catch(
    (error: unknown) => {
      throw new ApiError('unreachable', String(error), 0, null);
    },
  );
  if (!response.ok) throw new ApiError('unexpected_answer', `HTTP ${response.status}`, response.status, null);
  saveFile(fileName, await response.blob());
}
