import { lookup as resolveName } from 'node:dns';
import { request, type IncomingMessage } from 'node:http';
import { BlockList, connect, isIP, isIPv6, type LookupFunction, type Socket } from 'node:net';
import { connect as connectSecurely } from 'node:tls';
import type { HttpTarget, ProbeAttempt, ProbeOutcome, ProbeTarget } from '@opsgauge/contract/probing';
import {
  outcomeOfError,
  outcomeOfStatus,
  pageText,
  probeBodyBytesMax,
  probeRedirectsMax,
  refusedSubnets,
} from '@opsgauge/contract/probing';
import { probeTarget } from '../collectors/target-probe.js';
import { toHundredths } from '../system/round.js';

const refused = new BlockList();
for (const [address, prefix, family] of refusedSubnets) refused.addSubnet(address, prefix, family);
const isRefused = (address: string): boolean => {
  const plain = address.split('%')[0] ?? '';
  return refused.check(plain, isIPv6(plain) ? 'ipv6' : 'ipv4');
};

/** What ends an attempt before there is an answer to judge. */
class Ended extends Error {
  constructor(
    readonly outcome: ProbeOutcome,
    readonly certificateExpiresAt?: string,
  ) {
    super(outcome);
  }
}

interface Surroundings {
  readonly signal: AbortSignal;
  /** Called once somebody is there: what takes long from then on is slow, not away. */
  onConnected(): void;
}

const withoutBrackets = (host: string): string => host.replace(/^\[|\]$/g, '');

/** Looks a name up for one connection, which goes to exactly what was looked at. */
const guardedLookup: LookupFunction = (name, options, callback) =>
  resolveName(name, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, []);
    if (addresses.some(({ address }) => isRefused(address)))
      return callback(new Ended('address_forbidden'), []);
    const [first] = addresses;
    return options.all ? callback(null, addresses) : callback(null, first?.address ?? '', first?.family);
  });

const settled = (socket: Socket, event: string, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const abort = () => socket.destroy(new Ended('timed_out'));
    const close = () => reject(new Ended('connection_lost'));
    signal.addEventListener('abort', abort, { once: true });
    socket.once('error', reject).once('close', close);
    socket.once(event, () => {
      signal.removeEventListener('abort', abort);
      socket.off('error', reject).off('close', close);
      // What goes wrong from here on is told by whoever talks over it.
      socket.on('error', () => undefined);
      resolve();
    });
  });

const open = async (host: string, port: number, signal: AbortSignal): Promise<Socket> => {
  if (isIP(host) !== 0 && isRefused(host)) throw new Ended('address_forbidden');
  const socket = connect({ host, port, lookup: guardedLookup });
  await settled(socket, 'connect', signal);
  return socket;
};

/** The certificate is looked at before a word is said, also for when it ends. */
const encrypt = async (plain: Socket, host: string, isVerified: boolean, signal: AbortSignal) => {
  const servername = isIP(host) === 0 ? { servername: host } : {};
  const socket = connectSecurely({ socket: plain, host, ...servername, rejectUnauthorized: false });
  await settled(socket, 'secureConnect', signal);
  const expiresMs = Date.parse(socket.getPeerCertificate().valid_to ?? '');
  const expiresAt = Number.isNaN(expiresMs) ? undefined : new Date(expiresMs).toISOString();
  const trouble: unknown = socket.authorizationError;
  if (isVerified && trouble) {
    if (expiresMs <= Date.now()) throw new Ended('certificate_expired', expiresAt);
    const code = trouble instanceof Error ? (trouble as NodeJS.ErrnoException).code : String(trouble);
    throw new Ended(outcomeOfError(code), expiresAt);
  }
  return { socket, expiresAt };
};

const readBody = async (response: IncomingMessage, isWanted: boolean): Promise<string> => {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > probeBodyBytesMax) throw new Ended('body_too_large');
    if (isWanted) chunks.push(chunk);
  }
  return pageText(Buffer.concat(chunks), response.headers['content-type']);
};

const askPage = async (url: URL, target: HttpTarget, { signal, onConnected }: Surroundings) => {
  const isEncrypted = url.protocol === 'https:';
  const host = withoutBrackets(url.hostname);
  const plain = await open(host, Number(url.port) || (isEncrypted ? 443 : 80), signal);
  onConnected();
  try {
    const { socket, expiresAt } = isEncrypted
      ? await encrypt(plain, host, target.verifiesCertificate, signal)
      : { socket: plain, expiresAt: undefined };
    const headers = { host: url.host, 'user-agent': 'OpsGauge-probe', 'accept-encoding': 'identity' };
    const path = `${url.pathname}${url.search}`;
    const options = { method: target.method, path, headers, signal, createConnection: () => socket };
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      request(options, resolve).on('error', reject).end();
    });
    const body = await readBody(response, target.expectedText !== null);
    return { status: response.statusCode ?? 0, location: response.headers.location, body, expiresAt };
  } finally {
    plain.destroy();
  }
};

const askHttp = async (target: HttpTarget, surroundings: Surroundings): Promise<ProbeAttempt> => {
  let url = new URL(target.url);
  for (let redirects = 0; ; redirects += 1) {
    const { status, location, body, expiresAt } = await askPage(url, target, surroundings);
    const outcome = outcomeOfStatus(status, target);
    const isFollowed = outcome === 'redirected' && target.followsRedirects && location !== undefined;
    if (isFollowed && redirects < probeRedirectsMax && URL.canParse(location, url.href)) {
      url = new URL(location, url);
      if (!/^https?:$/.test(url.protocol)) throw new Ended('redirected');
      continue;
    }
    const isMissing = outcome === 'ok' && target.expectedText !== null && !body.includes(target.expectedText);
    return {
      outcome: isMissing ? 'text_missing' : outcome,
      statusCode: status,
      certificateExpiresAt: expiresAt,
    };
  }
};

const addressOf = (host: string): Promise<string> =>
  new Promise((resolve, reject) => {
    guardedLookup(host, { all: false }, (error, address) =>
      error ? reject(error) : resolve(String(address)),
    );
  });

const askAny = async (target: ProbeTarget, surroundings: Surroundings): Promise<ProbeAttempt> => {
  if (target.kind === 'http') return askHttp(target, surroundings);
  if (target.kind === 'tcp') {
    (await open(target.host, target.port, surroundings.signal)).destroy();
    return { outcome: 'ok' };
  }
  const host = await addressOf(target.host);
  const { latencyMs, lossPercent, method } = await probeTarget({
    name: target.host,
    host,
    port: target.port,
  });
  return { outcome: lossPercent >= 100 ? 'no_answer' : 'ok', durationMs: latencyMs, lossPercent, method };
};

const outcomeOf = (error: unknown): ProbeOutcome => {
  if (error instanceof Ended) return error.outcome;
  const first = error instanceof AggregateError ? (error.errors[0] as unknown) : error;
  return outcomeOfError((first as NodeJS.ErrnoException).code);
};

/**
 * One attempt at a target. Never rejects: whatever goes wrong is an outcome.
 * @param timeoutMs for all of it; a page that somebody began to serve and that is cut off then has taken as long
 */
export const ask = async (target: ProbeTarget, timeoutMs: number): Promise<ProbeAttempt> => {
  const signal = AbortSignal.timeout(timeoutMs);
  const fromMs = performance.now();
  let isConnected = false;
  try {
    const attempt = await askAny(target, { signal, onConnected: () => (isConnected = true) });
    if (target.kind === 'icmp') return attempt;
    return { ...attempt, durationMs: toHundredths(performance.now() - fromMs) };
  } catch (error) {
    if (signal.aborted) return { outcome: 'timed_out', durationMs: isConnected ? timeoutMs : undefined };
    const certificateExpiresAt = error instanceof Ended ? error.certificateExpiresAt : undefined;
    return { outcome: outcomeOf(error), certificateExpiresAt };
  }
};
