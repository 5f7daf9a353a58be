import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * A process, told apart from a later one that was given the same pid.
 *
 * @typedef {{ pid: number, startedAt: string }} ProcessIdentity
 */

/** Ticks since boot repeat after a reboot, the boot's own id does not. */
const bootId = () => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();

/** @param {number} pid */
const readLinuxProcess = (pid) => {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The command's name stands in brackets and may hold spaces and brackets itself.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const commandLine = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  return { state: fields[0] ?? '', startedAt: `${bootId()}/${fields[19]}`, commandLine };
};

/** @param {number} pid */
const readOtherProcess = (pid) => {
  const options = { encoding: /** @type {const} */ ('utf8'), env: { ...process.env, LC_ALL: 'C' } };
  const { stdout, status } = spawnSync('ps', ['-o', 'stat=,lstart=,command=', '-p', String(pid)], options);
  const found = /^\s*(\S+)\s+(\S+\s+\S+\s+\d+\s+\S+\s+\d+)\s+(.*)$/m.exec(stdout ?? '');
  if (status !== 0 || !found) return undefined;
  return { state: found[1] ?? '', startedAt: found[2] ?? '', commandLine: found[3] ?? '' };
};

/** @param {number} pid */
const readLivingProcess = (pid) => {
  if (!Number.isInteger(pid) || pid <= 1) return undefined;
  try {
    const found = process.platform === 'linux' ? readLinuxProcess(pid) : readOtherProcess(pid);
    // A zombie runs nothing any more; in a container without an init nobody may ever reap it.
    return found && !/^[ZX]/.test(found.state) ? found : undefined;
  } catch {
    return undefined;
  }
};

/**
 * @param {number} pid
 * @returns {ProcessIdentity | undefined} undefined when no such process runs
 */
export const identify = (pid) => {
  const found = readLivingProcess(pid);
  return found && { pid, startedAt: found.startedAt };
};

/**
 * @param {number} pid
 * @returns {string} its command line, empty when no such process runs
 */
export const commandLineOf = (pid) => readLivingProcess(pid)?.commandLine ?? '';

/**
 * @param {ProcessIdentity | undefined} identity
 * @returns {boolean} true only for the very process that was identified, never for one that reuses its pid
 */
export const isRunning = (identity) =>
  identity !== undefined && readLivingProcess(identity.pid)?.startedAt === identity.startedAt;
