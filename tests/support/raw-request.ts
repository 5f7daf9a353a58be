import http from 'node:http';
import https from 'node:https';
import { text } from 'node:stream/consumers';

export interface RawAnswer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly text: string;
}

export interface RawRequest {
  readonly method?: string;
  readonly headers?: http.OutgoingHttpHeaders;
  readonly body?: unknown;
  /** PEM; without one any certificate is taken. */
  readonly ca?: string;
  readonly localAddress?: string;
}

/** A request as it is written: no header is added and no path is tidied, as `fetch` would. */
export function rawRequest(url: string, path: string, options: RawRequest = {}): Promise<RawAnswer> {
  const { method = 'GET', headers = {}, body, ca, localAddress } = options;
  const { protocol, hostname, port } = new URL(url);
  const isText = body === undefined || typeof body === 'string' || Buffer.isBuffer(body);
  const content = isText ? body : JSON.stringify(body);
  const type = content === undefined ? {} : { 'content-type': 'application/json' };
  return new Promise((resolve, reject) => {
    const request = (protocol === 'https:' ? https : http).request({
      hostname,
      port,
      method,
      path,
      headers: { ...type, ...headers },
      agent: false,
      ...(localAddress ? { localAddress } : {}),
      ...(protocol === 'https:' ? (ca ? { ca } : { rejectUnauthorized: false }) : {}),
    });
    request.on('error', reject);
    request.on('response', (response) => {
      void text(response).then(
        (found) => resolve({ status: response.statusCode ?? 0, headers: response.headers, text: found }),
        reject,
      );
    });
    request.end(content);
  });
}
