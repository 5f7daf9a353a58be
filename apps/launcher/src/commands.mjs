import path from 'node:path';
import { readJson } from './json-file.mjs';

/** @typedef {import('./supervised-process.mjs').SpawnCommand} SpawnCommand */

/**
 * What the launcher supervises.
 *
 * @typedef {object} Commands
 * @property {() => SpawnCommand} hub
 * @property {(hubUrl: string) => boolean} isAgentEnrolled whether the agent's folder holds a credential for this hub
 * @property {(hubUrl: string, token: string) => SpawnCommand} enrolAgent
 * @property {() => SpawnCommand} runAgent
 */

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
    isAgentEnrolled: (hubUrl) => readJson(enrolmentFile)?.hub === hubUrl,
    enrolAgent: (hubUrl, token) => {
      const command = node(agent, 'enroll', '--hub', hubUrl, '--state', folder.agent, '--again');
      // By environment: arguments can be read by every user of the machine.
      return { ...command, environment: { ...environment, OPSGAUGE_ENROLMENT_TOKEN: token } };
    },
    runAgent: () => node(agent, 'run', '--state', folder.agent),
  };
};
