// The library's own need, whoever imports this file first.
import 'reflect-metadata';
import crypto from 'node:crypto';
import net from 'node:net';
import * as x509 from '@peculiar/x509';

const lifeYears = 10;
const signing = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };

/** A certificate and its private key, both PEM. */
export interface CertificateAndKey {
  readonly certificate: string;
  readonly key: string;
}

/**
 * Makes an EC P-256 certificate that vouches for itself, good for ten years.
 *
 * @param names host names and addresses under which the hub is reached; the first one becomes the common name
 * @param nowMs the certificate is good from a day before, so that a client whose clock is behind takes it too
 * @param key PEM: of the certificate that this one replaces; without one a new key is made
 */
export async function makeSelfSignedCertificate(
  names: readonly string[],
  nowMs: number,
  key?: string,
): Promise<CertificateAndKey> {
  const keys = key
    ? await keysOf(key)
    : await crypto.webcrypto.subtle.generateKey(signing, true, ['sign', 'verify']);
  const notAfter = new Date(nowMs);
  notAfter.setUTCFullYear(notAfter.getUTCFullYear() + lifeYears);
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    // The first bit stays clear: a serial number is positive.
    serialNumber: `4f${crypto.randomBytes(15).toString('hex')}`,
    name: [{ CN: [(names[0] ?? 'localhost').slice(0, 64)] }, { O: ['OpsGauge'] }],
    notBefore: new Date(nowMs - 86_400_000),
    notAfter,
    keys: keys as never,
    signingAlgorithm: signing,
    extensions: [
      // An authority of its own, so that a client that was given this certificate can check it against itself.
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature | x509.KeyUsageFlags.keyCertSign, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension(
        names.map((name) => ({ type: net.isIP(name) ? ('ip' as const) : ('dns' as const), value: name })),
      ),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey as never),
    ],
  });
  return {
    certificate: `${certificate.toString('pem')}\n`,
    key: key ?? (crypto.KeyObject.from(keys.privateKey).export({ type: 'pkcs8', format: 'pem' }) as string),
  };
}

async function keysOf(pem: string): Promise<crypto.webcrypto.CryptoKeyPair> {
  const { subtle } = crypto.webcrypto;
  const secret = crypto.createPrivateKey(pem).export({ type: 'pkcs8', format: 'der' });
  const open = crypto.createPublicKey(pem).export({ type: 'spki', format: 'der' });
  return {
    privateKey: await subtle.importKey('pkcs8', secret, signing, true, ['sign']),
    publicKey: await subtle.importKey('spki', open, signing, true, ['verify']),
  };
}
