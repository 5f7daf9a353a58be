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
export type Trust = Pick<AgentOptions, 'secureContext'>;

/**
 * Trust in the system's own authorities, so that one that an organisation added to its machines counts here too; where
 * there is no such file, in those that come with Node. `SSL_CERT_FILE` names another file.
 */
export const trustSystem = (environment: NodeJS.ProcessEnv = process.env): Trust => {
  const file = environment.SSL_CERT_FILE || bundles.find((path) => existsSync(path));
  return { secureContext: createSecureContext(file ? { ca: readFileSync(file) } : {}) };
};
