import type { X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import { connect } from 'node:tls';

/** `sha256:` and the 64 hexadecimal digits of a certificate. */
export type Fingerprint = string;

/** What a hub showed is not what its administrator said it would show. */
export class FingerprintMismatchError extends Error {
  constructor(
    readonly expected: Fingerprint,
    readonly seen: Fingerprint,
  ) {
    super(
      `the certificate of the hub is not the expected one: expected ${expected}, seen ${seen}; nothing was sent`,
    );
  }
}

/** @returns in one spelling; `undefined` where the text is none. Takes capitals and colons, as openssl prints them. */
export const parseFingerprint = (text: string): Fingerprint | undefined => {
  const digits = text
    .trim()
    .replace(/^sha-?256[:=]/i, '')
    .replaceAll(':', '')
    .toLowerCase();
  return /^[0-9a-f]{64}$/.test(digits) ? `sha256:${digits}` : undefined;
};

export const fingerprintOf = (certificate: X509Certificate): Fingerprint =>
  `sha256:${certificate.fingerprint256.replaceAll(':', '').toLowerCase()}`;

/**
 * Looks at the certificate a hub shows and takes it where it has the fingerprint. Not a byte is sent inside the
 * connection, which is closed in either case.
 *
 * @param hub as from `parseHubAddress`, https
 * @returns the certificate, PEM: the one whose key every later connection has to hold
 * @throws FingerprintMismatchError; another error where there is no TLS to be had at that address
 */
export const fetchPinnedCertificate = (
  hub: string,
  expected: Fingerprint,
  limitMs: number,
): Promise<string> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(hub);
    const host = hostname.replace(/^\[|\]$/g, '');
    // No authority is asked here: the fingerprint decides.
    const socket = connect({
      host,
      port: Number(port || 443),
      rejectUnauthorized: false,
      ...(isIP(host) ? {} : { servername: host }),
    });
    const timer = setTimeout(
      () => socket.destroy(new Error(`no TLS handshake within ${limitMs} ms`)),
      limitMs,
    );
    socket.once('close', () => clearTimeout(timer));
    socket.once('error', reject);
    socket.once('secureConnect', () => {
      const certificate = socket.getPeerX509Certificate();
      socket.destroy();
      if (!certificate) return reject(new Error('the hub shows no certificate'));
      const seen = fingerprintOf(certificate);
      if (seen !== expected) return reject(new FingerprintMismatchError(expected, seen));
      resolve(certificate.toString());
    });
  });

const untrustedCodes = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'CERT_HAS_EXPIRED',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

/** What to do about a certificate that the system's authorities do not vouch for; `undefined` for another error. */
export const explainUntrusted = (hub: string, error: unknown): string | undefined => {
  const { code = '' } = error as NodeJS.ErrnoException;
  if (!untrustedCodes.has(code)) return undefined;
  return (
    `the certificate of ${hub} is not trusted here (${code}), so nothing was sent: paste the line from the hub's page ` +
    'again, which carries --fingerprint sha256:…, or add the authority that issued the certificate to this system'
  );
};
