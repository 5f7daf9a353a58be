import { X509Certificate } from 'node:crypto';
import path from 'node:path';
import { readJson } from './json-file.mjs';

/** @typedef {import('./supervised-process.mjs').SpawnCommand} SpawnCommand */

/**
 * What the launcher supervises.
 *
 * @typedef {object} Commands
 * @property {() => SpawnCommand} hub
 * @property {(hubUrl: string, fingerprint?: string) => boolean} isAgentEnrolled whether the agent's folder holds a
 *   credential for this hub, by the certificate it shows now
 * @property {(hubUrl: string, token: string, fingerprint?: string) => SpawnCommand} enrolAgent
 * @property {() => SpawnCommand} runAgent
 */

/** @param {string | undefined} certificate PEM @returns {string | undefined} as the hub tells its own */
const fingerprintOf = (certificate) =>
  certificate &&
  `sha256:${new X509Certificate(certificate).fingerprint256.replaceAll(':', '').toLowerCase()}`;

/**
 * @param {string} root of the repository
 * @param {import('./data-folder.mjs').DataFolder} folder
 * @returns {Commands}
 */
export const createCommands = (root, folder) => {
  const environment = { ...process.env, OPSGAUGE_DATA_DIR: folder.path };
  const node = (/** @type {string[]} */ ...args) => ({
    file: process.execPath,
    args,
    cwd: root,
    environment,
  });
  const agent = path.join(root, 'agents', 'host', 'dist', 'opsgauge-agent.js');
  const enrolmentFile = path.join(folder.agent, 'enrolment.json');
  return {
    hub: () => node('--enable-source-maps', path.join(root, 'apps', 'server', 'dist', 'main.js')),
    // A hub that moved to another port is another address to the agent, which keeps the one it was enrolled at.
    isAgentEnrolled: (hubUrl, fingerprint) => {
      const known = readJson(enrolmentFile);
      return known?.hub === hubUrl && fingerprintOf(known.hubCertificate) === fingerprint;
    },
    enrolAgent: (hubUrl, token, fingerprint) => {
      const pin = fingerprint ? ['--fingerprint', fingerprint] : [];
      const command = node(agent, 'enroll', '--hub', hubUrl, ...pin, '--state', folder.agent, '--again');
      // By environment: arguments can be read by every user of the machine.
      return { ...command, environment: { ...environment, OPSGAUGE_ENROLMENT_TOKEN: token } };
    },
    runAgent: () => node(agent, 'run', '--state', folder.agent),
  };
};
