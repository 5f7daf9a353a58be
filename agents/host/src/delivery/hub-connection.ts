import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { agentVersion } from '../version.js';
import type { HttpAnswer } from './http-answer.js';
import { KeptConnection, StaleConnectionError } from './kept-connection.js';
import { openSocket } from './open-socket.js';
import { trustKeyOf } from './pinned-key.js';
import { trustSystem, type Trust } from './trusted-authorities.js';

const compress = promisify(gzip);
/** A sample or a few go as they are: what compressing saves on the way costs more at both ends. */
const compressAboveBytes = 8_192;
const compression = { level: 4 };

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
  readonly #url: URL;
  readonly #trust: Trust | undefined;
  readonly #open = new Set<KeptConnection>();
  readonly #free: KeptConnection[] = [];
  #isCompressionRefused = false;

  /**
   * @param hub as from `parseHubAddress`
   * @param certificate PEM of the certificate whose key the hub has to hold; without one the system's authorities decide
   */
  constructor(hub: string, certificate?: string) {
    this.#url = new URL(hub);
    if (this.#url.protocol === 'https:') this.#trust = certificate ? trustKeyOf(certificate) : trustSystem();
  }

  /**
   * POSTs JSON. A kept connection that the hub closed in the same moment is tried once more on a new one.
   * @returns the answer, whatever its status
   * @throws where there is no answer: refused, reset, an untrusted certificate, out of time
   */
  async post(request: HubRequest): Promise<HubAnswer> {
    const plain = Buffer.from(request.text);
    const isCompressed = plain.length > compressAboveBytes && !this.#isCompressionRefused;
    const bytes = isCompressed ? await compress(plain, compression) : plain;
    const answer = await this.#send(request, bytes, isCompressed);
    if (answer.status !== 415 || !isCompressed) return answer;
    this.#isCompressionRefused = true;
    return this.#send(request, plain, false);
  }

  close(): void {
    for (const connection of this.#open) connection.close();
  }

  async #send(request: HubRequest, bytes: Buffer, isCompressed: boolean): Promise<HubAnswer> {
    const head = this.#headOf(request, bytes.length, isCompressed);
    const { status, headers, text } = await this.#exchange(
      Buffer.concat([Buffer.from(head, 'latin1'), bytes]),
      request.limitMs,
    );
    return { status, retryAfterMs: parseRetryAfterMs(headers.get('retry-after')), text };
  }

  #headOf({ path, credential }: HubRequest, length: number, isCompressed: boolean): string {
    const { pathname, host } = this.#url;
    // It comes from a file: a line break in it would begin another header.
    if (credential && /[^\x21-\x7e]/.test(credential)) throw new Error('the credential is damaged');
    return [
      `POST ${pathname.replace(/\/$/, '')}${path} HTTP/1.1`,
      `host: ${host}`,
      'content-type: application/json',
      `content-length: ${length}`,
      'accept: application/json',
      `user-agent: opsgauge-agent/${agentVersion}`,
      ...(isCompressed ? ['content-encoding: gzip'] : []),
      ...(credential ? [`authorization: Bearer ${credential}`] : []),
      '\r\n',
    ].join('\r\n');
  }

  async #exchange(request: Buffer, limitMs: number): Promise<HttpAnswer> {
    const kept = this.#takeFree();
    if (kept) {
      try {
        return await this.#exchangeOn(kept, request, limitMs);
      } catch (error) {
        if (!(error instanceof StaleConnectionError)) throw error;
      }
    }
    const fresh = new KeptConnection(await openSocket(this.#url, this.#trust, limitMs));
    this.#open.add(fresh);
    return this.#exchangeOn(fresh, request, limitMs);
  }

  async #exchangeOn(connection: KeptConnection, request: Buffer, limitMs: number): Promise<HttpAnswer> {
    try {
      return await connection.exchange(request, limitMs);
    } finally {
      if (connection.isOpen) this.#free.push(connection);
      else this.#open.delete(connection);
    }
  }

  #takeFree(): KeptConnection | undefined {
    for (let found = this.#free.pop(); found; found = this.#free.pop()) {
      if (found.isOpen) return found;
      this.#open.delete(found);
    }
    return undefined;
  }
}
