import net from 'node:net';
import tls from 'node:tls';
import { outcomeOfError, type ProbeOutcome } from '@opsgauge/contract';
import {
  assertHostAllowed,
  guardedLookup,
  isRefused,
  RefusedAddressError,
} from '../../../platform/http/refused-addresses.js';

/** An attempt that ended before there was an answer to judge. */
export class AttemptError extends Error {
  constructor(
    readonly outcome: ProbeOutcome,
    readonly certificateExpiresAt?: string,
  ) {
    super(outcome);
    this.name = 'AttemptError';
  }
}

/** How whatever an attempt threw is named. */
export function outcomeOf(error: unknown): ProbeOutcome {
  if (error instanceof AttemptError) return error.outcome;
  if (error instanceof RefusedAddressError) return 'address_forbidden';
  // Where a name has several addresses, each failed in its own way.
  const first = error instanceof AggregateError ? (error.errors[0] as unknown) : error;
  return outcomeOfError((first as NodeJS.ErrnoException).code);
}

/** Where a connection goes; the host without brackets. */
export interface Destination {
  readonly host: string;
  readonly port: number;
}

/**
 * Connects, to no address that is never called.
 * @throws RefusedAddressError, or the connection's own error
 */
export async function connectTo({ host, port }: Destination, signal: AbortSignal): Promise<net.Socket> {
  assertHostAllowed(host);
  signal.throwIfAborted();
  const socket = net.connect({ host, port, lookup: guardedLookup() });
  await settled(socket, 'connect', signal);
  if (isRefused(socket.remoteAddress ?? '')) {
    socket.destroy();
    throw new RefusedAddressError();
  }
  return socket;
}

/** A connection that is encrypted, and when the other side's certificate expires. */
export interface Encrypted {
  readonly socket: tls.TLSSocket;
  readonly certificateExpiresAt: string | undefined;
}

/**
 * Encrypts a connection before a word is said over it.
 * @throws AttemptError for a certificate nobody vouches for, where one has to
 */
export async function encrypt(
  plain: net.Socket,
  host: string,
  {
    verifiesCertificate,
    signal,
    nowMs,
  }: { verifiesCertificate: boolean; signal: AbortSignal; nowMs: number },
): Promise<Encrypted> {
  const socket = tls.connect({
    socket: plain,
    host,
    ...(net.isIP(host) === 0 && { servername: host }),
    ALPNProtocols: ['http/1.1'],
    // Looked at below: the certificate's end is of interest also where it is the trouble.
    rejectUnauthorized: false,
  });
  await settled(socket, 'secureConnect', signal);
  const certificateExpiresAt = expiryOf(socket);
  const trouble: unknown = socket.authorizationError;
  if (verifiesCertificate && trouble) {
    socket.destroy();
    // One that is over is named so, whoever had vouched for it.
    const isOver = certificateExpiresAt !== undefined && Date.parse(certificateExpiresAt) <= nowMs;
    if (isOver) throw new AttemptError('certificate_expired', certificateExpiresAt);
    const code = trouble instanceof Error ? (trouble as NodeJS.ErrnoException).code : String(trouble);
    throw new AttemptError(outcomeOfError(code), certificateExpiresAt);
  }
  return { socket, certificateExpiresAt };
}

function expiryOf(socket: tls.TLSSocket): string | undefined {
  const expiresMs = Date.parse(socket.getPeerCertificate().valid_to ?? '');
  return Number.isNaN(expiresMs) ? undefined : new Date(expiresMs).toISOString();
}

function settled(socket: net.Socket, event: string, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const onAbort = () => socket.destroy(signal.reason as Error);
    const onClose = () => reject(Object.assign(new Error('closed'), { code: 'ECONNRESET' }));
    signal.addEventListener('abort', onAbort, { once: true });
    socket.once('error', reject);
    socket.once('close', onClose);
    socket.once(event, () => {
      signal.removeEventListener('abort', onAbort);
      socket.off('close', onClose);
      socket.off('error', reject);
      // What goes wrong from here on is told by whoever talks over it.
      socket.on('error', () => {});
      resolve();
    });
  });
}
