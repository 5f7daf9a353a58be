import http, { type IncomingMessage } from 'node:http';
import type net from 'node:net';
import {
  outcomeOfStatus,
  pageText,
  probeBodyBytesMax,
  probeRedirectsMax,
  type HttpTarget,
  type ProbeAttempt,
} from '@opsgauge/contract';
import { AttemptError, connectTo, encrypt } from './connection.js';

interface Answer {
  readonly statusCode: number;
  readonly location: string | undefined;
  /** Empty where nobody looks for a text in it. */
  readonly body: string;
  readonly certificateExpiresAt: string | undefined;
}

export interface HttpSurroundings {
  readonly signal: AbortSignal;
  readonly nowMs: number;
  /** Called once somebody is there: what takes long from then on is slow, not away. */
  readonly onConnected: () => void;
}

/**
 * Asks for a page and reads it to its last byte.
 * @throws AttemptError or the connection's own error, where there was no answer in full
 */
export async function askHttp(
  target: HttpTarget,
  { signal, nowMs, onConnected }: HttpSurroundings,
): Promise<Omit<ProbeAttempt, 'durationMs'>> {
  let url = new URL(target.url);
  for (let redirects = 0; ; redirects += 1) {
    const answer = await askOnce(url, target, { signal, nowMs, onConnected });
    const { statusCode, certificateExpiresAt, location } = answer;
    const outcome = outcomeOfStatus(statusCode, target);
    if (outcome === 'redirected' && target.followsRedirects && location && redirects < probeRedirectsMax) {
      url = next(url, location);
      continue;
    }
    const isMissing = outcome === 'ok' && target.expectedText && !answer.body.includes(target.expectedText);
    return { outcome: isMissing ? 'text_missing' : outcome, statusCode, certificateExpiresAt };
  }
}

function next(url: URL, location: string): URL {
  const followed = URL.canParse(location, url.href) ? new URL(location, url) : null;
  if (!followed || !/^https?:$/.test(followed.protocol)) throw new AttemptError('redirected');
  return followed;
}

async function askOnce(
  url: URL,
  target: HttpTarget,
  { signal, nowMs, onConnected }: HttpSurroundings,
): Promise<Answer> {
  const isEncrypted = url.protocol === 'https:';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const plain = await connectTo({ host, port: Number(url.port) || (isEncrypted ? 443 : 80) }, signal);
  onConnected();
  try {
    const { socket, certificateExpiresAt } = isEncrypted
      ? await encrypt(plain, host, { verifiesCertificate: target.verifiesCertificate, signal, nowMs })
      : { socket: plain, certificateExpiresAt: undefined };
    const response = await send(url, target, socket, signal);
    const body = await readBody(response, target.expectedText !== null);
    return {
      statusCode: response.statusCode ?? 0,
      location: response.headers.location,
      body,
      certificateExpiresAt,
    };
  } finally {
    plain.destroy();
  }
}

const send = (
  url: URL,
  { method }: HttpTarget,
  socket: net.Socket,
  signal: AbortSignal,
): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const headers = {
      host: url.host,
      'user-agent': 'OpsGauge-probe',
      accept: '*/*',
      'accept-encoding': 'identity',
    };
    http
      .request(
        {
          method,
          path: `${url.pathname}${url.search}`,
          headers,
          signal,
          createConnection: () => socket,
        },
        resolve,
      )
      .on('error', reject)
      .end();
  });

async function readBody(response: IncomingMessage, isWanted: boolean): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > probeBodyBytesMax) throw new AttemptError('body_too_large');
    if (isWanted) chunks.push(chunk);
  }
  return pageText(Buffer.concat(chunks), response.headers['content-type']);
}
