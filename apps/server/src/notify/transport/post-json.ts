import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import {
  assertHostAllowed,
  guardedLookup,
  RefusedAddressError,
  type Resolve,
} from '../../platform/http/refused-addresses.js';
import { DeliveryError, networkWord } from './delivery-error.js';

const timeLimitMs = 10_000;
const answerBytesMax = 64 * 1024;

export interface WebRequest {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** JSON as it is sent. */
  readonly body: string;
}

/**
 * Posts JSON and returns the answer's text. One attempt of ten seconds in all; redirects are not followed.
 *
 * @throws DeliveryError `address_refused`, `redirected`, `http_status`, `timed_out`, `unreachable`, `answer_too_large`
 */
export async function postJson(request: WebRequest, resolve?: Resolve): Promise<string> {
  const url = new URL(request.url);
  const signal = AbortSignal.timeout(timeLimitMs);
  try {
    assertHostAllowed(url.hostname);
    const response = await send(url, request, signal, resolve);
    const text = await textOf(response);
    const status = response.statusCode ?? 0;
    if (status >= 300 && status < 400) {
      throw new DeliveryError('redirected', `HTTP ${status}: redirects are not followed`);
    }
    if (status < 200 || status >= 300) throw new DeliveryError('http_status', `HTTP ${status}`);
    return text;
  } catch (error) {
    if (error instanceof DeliveryError) throw error;
    if (error instanceof RefusedAddressError) throw new DeliveryError('address_refused', error.message);
    if (signal.aborted) throw new DeliveryError('timed_out', `no answer within ${timeLimitMs / 1000} s`);
    throw new DeliveryError('unreachable', networkWord(error));
  }
}

function send(
  url: URL,
  { headers, body }: WebRequest,
  signal: AbortSignal,
  resolve: Resolve | undefined,
): Promise<IncomingMessage> {
  return new Promise((fulfil, reject) => {
    const request = (url.protocol === 'https:' ? https : http).request(
      url,
      {
        method: 'POST',
        agent: false,
        signal,
        lookup: guardedLookup(resolve),
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'content-length': Buffer.byteLength(body),
          'user-agent': 'OpsGauge',
          ...headers,
        },
      },
      fulfil,
    );
    request.on('error', reject);
    request.end(body);
  });
}

async function textOf(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > answerBytesMax) {
      response.destroy();
      throw new DeliveryError('answer_too_large', `the answer is longer than ${answerBytesMax / 1024} KiB`);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
