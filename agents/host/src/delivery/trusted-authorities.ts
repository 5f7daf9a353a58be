import { existsSync, readFileSync } from 'node:fs';
import { createSecureContext, type SecureContext, type TLSSocket } from 'node:tls';

/** Where distributions keep the authorities an administrator trusts. */
const bundles = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/ca-bundle.pem',
  '/etc/ssl/cert.pem',
];

/** What decides whether the other side is the hub. */
export interface Trust {
  readonly secureContext: SecureContext;
  /** False where no authority is asked, and `check` alone decides. */
  readonly rejectUnauthorized?: boolean;
  /** Looks at the other side after the handshake, before anything is sent. @throws where it is not the hub */
  check?(socket: TLSSocket): void;
}

/**
 * Trust in the system's own authorities, so that one that an organisation added to its machines counts here too; where
 * there is no such file, in those that come with Node. `SSL_CERT_FILE` names another file.
 */
export const trustSystem = (environment: NodeJS.ProcessEnv = process.env): Trust => {
  const file = environment.SSL_CERT_FILE || bundles.find((path) => existsSync(path));
  return { secureContext: createSecureContext(file ? { ca: readFileSync(file) } : {}) };
};
