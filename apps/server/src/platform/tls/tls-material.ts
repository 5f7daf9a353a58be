import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { ConfigurationError, type Configuration } from '../configuration/configuration.js';
import { isLoopback } from '../http/loopback.js';
import { machineNames } from './machine-names.js';
import { makeSelfSignedCertificate, type CertificateAndKey } from './self-signed-certificate.js';

/** A certificate of the hub's own is made anew when it is this near its end, at the next start. */
const renewBeforeMs = 180 * 86_400_000;

/** What the hub shows and proves itself with. */
export interface TlsMaterial extends CertificateAndKey {
  /** `sha256:` and 64 hexadecimal digits of the whole certificate, as agents compare it. */
  readonly fingerprint: string;
  /** No authority vouches for it: agents are told its fingerprint. */
  readonly isSelfSigned: boolean;
}

/**
 * The hub's certificate: the one that OPSGAUGE_TLS_CERT names; else, where the hub listens beyond the loopback, one
 * that is made on first use and kept in the data folder's `tls`, renewed with the same key; else none, and plain http.
 *
 * @throws ConfigurationError one line that names the file and what is wrong with it
 */
export async function loadTls(configuration: Configuration, nowMs: number): Promise<TlsMaterial | null> {
  const { tls, host, dataDirectory, publicUrl } = configuration;
  if (tls) {
    return check(
      {
        name: `OPSGAUGE_TLS_CERT ${tls.certificateFile}`,
        pem: read('OPSGAUGE_TLS_CERT', tls.certificateFile),
      },
      { name: `OPSGAUGE_TLS_KEY ${tls.keyFile}`, pem: read('OPSGAUGE_TLS_KEY', tls.keyFile) },
      nowMs,
    );
  }
  if (isLoopback(host)) return null;
  const folder = path.join(dataDirectory, 'tls');
  const files = { certificate: path.join(folder, 'certificate.pem'), key: path.join(folder, 'key.pem') };
  const named = publicUrl ? [new URL(publicUrl).hostname.replace(/^\[|\]$/g, '')] : [];
  const names = [...new Set([...named, ...machineNames()])];
  if (!fs.existsSync(folder)) keep(folder, await makeSelfSignedCertificate(names, nowMs));
  // With the same key, which is what agents hold the hub to.
  else if (isOutworn(files, nowMs)) {
    const { certificate } = await makeSelfSignedCertificate(names, nowMs, read('the key', files.key));
    replace(files.certificate, certificate);
  }
  return check(
    { name: files.certificate, pem: read('the certificate', files.certificate) },
    { name: files.key, pem: read('the key', files.key) },
    nowMs,
  );
}

/** Whether a certificate that the hub made for itself is at its end, or gone while its key is still there. */
function isOutworn(files: { certificate: string; key: string }, nowMs: number): boolean {
  if (!fs.existsSync(files.certificate)) return fs.existsSync(files.key);
  const pem = read('the certificate', files.certificate);
  const { validTo } = attempt(
    () => new crypto.X509Certificate(pem),
    `${files.certificate} holds no certificate in PEM`,
  );
  return Date.parse(validTo) - nowMs < renewBeforeMs;
}

/** A reader finds the old one or the new one, never a part. */
function replace(file: string, content: string): void {
  const unfinished = `${file}.unfinished`;
  fs.writeFileSync(unfinished, content, { mode: 0o644 });
  fs.renameSync(unfinished, file);
}

/** The folder appears with both files in it or not at all. */
function keep(folder: string, { certificate, key }: CertificateAndKey): void {
  const unfinished = `${folder}.unfinished`;
  fs.rmSync(unfinished, { recursive: true, force: true });
  fs.mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  fs.writeFileSync(path.join(unfinished, 'key.pem'), key, { mode: 0o600 });
  fs.writeFileSync(path.join(unfinished, 'certificate.pem'), certificate, { mode: 0o644 });
  fs.renameSync(unfinished, folder);
}

function read(what: string, file: string): string {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new ConfigurationError(`${what} ${file} cannot be read (${code})`);
  }
}

interface NamedText {
  readonly name: string;
  readonly pem: string;
}

function check(certificate: NamedText, key: NamedText, nowMs: number): TlsMaterial {
  const parsed = attempt(
    () => new crypto.X509Certificate(certificate.pem),
    `${certificate.name} holds no certificate in PEM`,
  );
  const privateKey = attempt(
    () => crypto.createPrivateKey(key.pem),
    `${key.name} holds no private key in PEM, or one with a passphrase`,
  );
  if (!parsed.checkPrivateKey(privateKey))
    throw new ConfigurationError(`${key.name} is not the key of ${certificate.name}`);
  if (Date.parse(parsed.validTo) <= nowMs)
    throw new ConfigurationError(`${certificate.name} expired on ${parsed.validTo}`);
  if (Date.parse(parsed.validFrom) > nowMs)
    throw new ConfigurationError(`${certificate.name} is good from ${parsed.validFrom} only`);
  return {
    certificate: certificate.pem,
    key: key.pem,
    fingerprint: fingerprintOf(parsed),
    isSelfSigned: parsed.issuer === parsed.subject && parsed.verify(parsed.publicKey),
  };
}

const fingerprintOf = (certificate: crypto.X509Certificate): string =>
  `sha256:${certificate.fingerprint256.replaceAll(':', '').toLowerCase()}`;

function attempt<T>(work: () => T, otherwise: string): T {
  try {
    return work();
  } catch {
    throw new ConfigurationError(otherwise);
  }
}
