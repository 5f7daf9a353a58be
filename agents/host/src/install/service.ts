import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { runProgram } from '../system/run-program.js';
import { renderUnit, serviceName } from './service-unit.js';

const programFolder = `/usr/lib/${serviceName}`;
const unitFile = `/etc/systemd/system/${serviceName}.service`;
const environmentFile = `/etc/${serviceName}.env`;
/** The second is where systemd keeps the first for a user that exists only while the service runs. */
const stateFolders = [`/var/lib/${serviceName}`, `/var/lib/private/${serviceName}`];
const readableByAll = 0o644;
const runnableByAll = 0o755;

export interface ServicePlace {
  /** `/`, or a folder that becomes the root of a system later: then nothing is started. */
  root: string;
  /** The Node that runs now, and the agent's own file. */
  node: string;
  program: string;
}

/** Whether systemd is to be told: only where it runs, and on the system itself. */
const tellsSystemd = (root: string): boolean => root === '/' && existsSync('/run/systemd/system');

/** Below these the service's user may not read, or not for long. */
const isPrivate = (path: string): boolean => /^\/(root|home|tmp|var\/tmp|run)\//.test(path);

/** Whether everybody may run the file and enter every folder above it. */
const isOpenToAll = (path: string): boolean => {
  for (let at = realpathSync(path); at !== dirname(at); at = dirname(at))
    if ((statSync(at).mode & 0o001) === 0) return false;
  return true;
};

const systemctl = (...parameters: string[]): Promise<string> => runProgram('systemctl', parameters);

/**
 * Copies the agent, and its Node where the service could not read it, writes the unit, and starts the service where
 * systemd runs. Once more it replaces what is there.
 * @returns what it wrote, and whether it was started
 */
export const installService = async ({ root, node, program }: ServicePlace) => {
  const at = (path: string) => join(root, path);
  mkdirSync(at(programFolder), { recursive: true, mode: runnableByAll });
  const installed = `${programFolder}/opsgauge-agent.js`;
  // Removed first: the file may be the one that runs.
  const place = (source: string, target: string, mode: number) => {
    if (source === at(target)) return;
    rmSync(at(target), { force: true });
    copyFileSync(source, at(target));
    chmodSync(at(target), mode);
  };
  place(program, installed, readableByAll);
  const ownNode = `${programFolder}/node`;
  const copiesNode = isPrivate(node) || !isOpenToAll(node);
  if (copiesNode) place(node, ownNode, runnableByAll);
  mkdirSync(join(at(unitFile), '..'), { recursive: true });
  const parts = { node: copiesNode ? ownNode : node, program: installed, environmentFile };
  writeFileSync(at(unitFile), renderUnit(parts), { mode: readableByAll });
  const isStarted = tellsSystemd(root);
  if (isStarted) {
    await systemctl('daemon-reload');
    await systemctl('enable', serviceName);
    await systemctl('restart', serviceName);
  }
  return { files: [installed, ...(copiesNode ? [ownNode] : []), unitFile], isStarted };
};

/** Stops the service and removes all that `installService` and the service itself wrote. */
export const uninstallService = async (root: string, keepsState: boolean): Promise<void> => {
  const isKnown = existsSync(join(root, unitFile));
  if (isKnown && tellsSystemd(root)) await systemctl('disable', '--now', serviceName);
  const gone = [unitFile, environmentFile, programFolder, ...(keepsState ? [] : stateFolders)];
  for (const path of gone) rmSync(join(root, path), { recursive: true, force: true });
  if (isKnown && tellsSystemd(root)) await systemctl('daemon-reload');
};
