import { X509Certificate } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import type { AgentOptions } from 'node:https';
import { createSecureContext } from 'node:tls';

/** Where distributions keep the authorities an administrator trusts. */
const bundles = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/ca-bundle.pem',
  '/etc/ssl/cert.pem',
];

/** What decides whether the other side is the hub. */
export type Trust = Pick<AgentOptions, 'secureContext' | 'checkServerIdentity'>;

/**
 * Trust in the system's own authorities, so that one that an organisation added to its machines counts here too; where
 * there is no such file, in those that come with Node. `SSL_CERT_FILE` names another file.
 */
export const trustSystem = (environment: NodeJS.ProcessEnv = process.env): Trust => {
  const file = environment.SSL_CERT_FILE || bundles.find((path) => existsSync(path));
  return { secureContext: createSecureContext(file ? { ca: readFileSync(file) } : {}) };
};

/**
 * Trust in one certificate and nothing else: the one that was compared when the host was enrolled. Under which name or
 * address the hub is reached does not matter then; that it is this certificate does.
 *
 * @param certificate PEM
 */
export const trustCertificate = (certificate: string): Trust => {
  const { raw } = new X509Certificate(certificate);
  const context = { ca: certificate, allowPartialTrustChain: true };
  return {
    secureContext: createSecureContext(context),
    checkServerIdentity: (_host, shown) =>
      raw.equals(shown.raw)
        ? undefined
        : new Error('the hub shows another certificate than at the enrolment'),
  };
};
