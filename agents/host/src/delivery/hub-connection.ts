import http from 'node:http';
import https from 'node:https';
import { promisify } from 'node:util';
import { gzip, gzipSync } from 'node:zlib';
import { agentVersion } from '../version.js';
import { PinnedKeyAgent } from './pinned-key-agent.js';
import { trustSystem } from './trusted-authorities.js';

const compress = promisify(gzip);
const compressAboveBytes = 1024;
/** A single sample: compressed on the spot faster than by another thread. */
const compressHereBytes = 16_384;
const compression = { level: 4 };
const answerBytesMax = 4 * 1024 * 1024;

export interface HubAnswer {
  status: number;
  /** From `Retry-After`, in milliseconds, where the hub sent one. */
  retryAfterMs: number | undefined;
  text: string;
}

export interface HubRequest {
  path: string;
  /** JSON. */
  text: string;
  credential?: string;
  limitMs: number;
}

const compressed = async (plain: Buffer): Promise<Buffer> =>
  plain.length < compressHereBytes ? gzipSync(plain, compression) : compress(plain, compression);

const parseRetryAfterMs = (value: string | undefined): number | undefined => {
  if (!value) return undefined;
  const ms = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined;
};

/**
 * Kept-open connections to the hub. Certificates are always checked; redirects are not followed, because the credential
 * would go with them.
 */
export class HubConnection {
  readonly #hub: string;
  readonly #agent: http.Agent;
  #isCompressionRefused = false;

  /**
   * @param hub as from `parseHubAddress`
   * @param certificate PEM of the certificate whose key the hub has to hold; without one the system's authorities decide
   */
  constructor(hub: string, certificate?: string) {
    this.#hub = hub;
    const options = { keepAlive: true, maxSockets: 3, maxFreeSockets: 2, keepAliveMsecs: 15_000 };
    if (!hub.startsWith('https:')) this.#agent = new http.Agent(options);
    else if (certificate) this.#agent = new PinnedKeyAgent(options, certificate);
    else this.#agent = new https.Agent({ ...options, ...trustSystem() });
  }

  /**
   * POSTs JSON. A kept connection that the hub closed in the same moment is tried once more on a new one.
   * @returns the answer, whatever its status
   * @throws where there is no answer: refused, reset, an untrusted certificate, out of time
   */
  async post(request: HubRequest): Promise<HubAnswer> {
    const plain = Buffer.from(request.text);
    const isCompressed = plain.length > compressAboveBytes && !this.#isCompressionRefused;
    const bytes = isCompressed ? await compressed(plain) : plain;
    const answer = await this.#send(request, bytes, isCompressed, true);
    if (answer.status !== 415 || !isCompressed) return answer;
    this.#isCompressionRefused = true;
    return this.#send(request, plain, false, true);
  }

  close(): void {
    this.#agent.destroy();
  }

  async #send(
    request: HubRequest,
    bytes: Buffer,
    isCompressed: boolean,
    mayRepeat: boolean,
  ): Promise<HubAnswer> {
    const { path, credential, limitMs } = request;
    const url = new URL(this.#hub + path);
    const headers: http.OutgoingHttpHeaders = {
      'content-type': 'application/json',
      'content-length': bytes.length,
      accept: 'application/json',
      'user-agent': `opsgauge-agent/${agentVersion}`,
    };
    if (isCompressed) headers['content-encoding'] = 'gzip';
    if (credential) headers.authorization = `Bearer ${credential}`;
    const transport = url.protocol === 'https:' ? https : http;
    const outgoing = transport.request(url, { method: 'POST', agent: this.#agent, headers });
    try {
      return await receive(outgoing, bytes, limitMs);
    } catch (error) {
      const isStale = outgoing.reusedSocket && (error as NodeJS.ErrnoException).code === 'ECONNRESET';
      if (!isStale || !mayRepeat) throw error;
      return this.#send(request, bytes, isCompressed, false);
    }
  }
}

const receive = (outgoing: http.ClientRequest, bytes: Buffer, limitMs: number): Promise<HubAnswer> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => outgoing.destroy(new Error(`no answer from the hub within ${limitMs} ms`)),
      limitMs,
    );
    const fail = (error: Error) => {
      clearTimeout(timer);
      reject(error);
    };
    outgoing.on('error', fail);
    outgoing.on('response', (incoming) => {
      const chunks: Buffer[] = [];
      let length = 0;
      incoming.on('data', (chunk: Buffer) => {
        length += chunk.length;
        if (length > answerBytesMax) outgoing.destroy(new Error('the answer of the hub is too long'));
        else chunks.push(chunk);
      });
      incoming.on('error', fail);
      incoming.on('end', () => {
        clearTimeout(timer);
        const retryAfterMs = parseRetryAfterMs(incoming.headers['retry-after']);
        resolve({
          status: incoming.statusCode ?? 0,
          retryAfterMs,
          text: Buffer.concat(chunks).toString('utf8'),
        });
      });
    });
    outgoing.end(bytes);
  });
