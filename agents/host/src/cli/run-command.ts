import { Agent } from '../agent.js';
import { loadEnrolment } from '../state/enrolment.js';
import { AlreadyRunningError, LockUnavailableError, takeLock } from '../state/lock.js';
import { readSettings, SettingError } from '../state/settings.js';
import { locateStateFolder, prepareStateFolder, type StateFolder } from '../state/state-folder.js';
import { createHostFiles, type HostFiles } from '../system/host-files.js';
import { createLog, type Log } from '../system/log.js';
import { parseOptions, stateOption, type Command } from './command.js';
import { CommandError, exitCodes } from './exit-codes.js';

const help = `opsgauge-agent run [--state DIR]

Samples this host and reports to the hub until SIGTERM or SIGINT. Logs JSON lines to
standard output.

  --state DIR  state folder (see: opsgauge-agent help)

  OPSGAUGE_AGENT_SPOOL_BYTES  largest spool in bytes (268435456)
  OPSGAUGE_AGENT_SPOOL_DAYS   samples of so many days are kept at most (7)
  OPSGAUGE_AGENT_TARGETS      beside the hub, whose latency and loss is measured:
                              name=host:port,... ; none measures not even the hub
  OPSGAUGE_AGENT_SERVICES     services whose state an inspection tells: name,name,...
  OPSGAUGE_AGENT_PROBES       none: runs no probe that the hub names

Exit codes: 0 asked to end, 2 wrong use, 3 not enrolled, 6 runs already`;

const readSettingsOrExplain = (environment: NodeJS.ProcessEnv) => {
  try {
    return readSettings(environment);
  } catch (error) {
    if (error instanceof SettingError) throw new CommandError(exitCodes.usage, error.message);
    throw error;
  }
};

/** A full disk is no reason not to measure; it is a reason to. */
const lock = (folder: StateFolder, files: HostFiles, log: Log): (() => void) => {
  try {
    return takeLock(folder.lockFile, files);
  } catch (error) {
    if (error instanceof AlreadyRunningError) throw new CommandError(exitCodes.alreadyRunning, error.message);
    if (!(error instanceof LockUnavailableError)) throw error;
    log.warn('runs without a lock', { reason: error.message });
    return () => undefined;
  }
};

export const runCommand: Command = {
  help,
  run: async (parameters, { environment, print, listenForEnd }) => {
    const options = parseOptions(parameters, stateOption);
    const settings = readSettingsOrExplain(environment);
    const folder = locateStateFolder(options.state, environment);
    const enrolment = await loadEnrolment(folder);
    if (!enrolment)
      throw new CommandError(exitCodes.notEnrolled, `not enrolled (${folder.path}); see: enroll --help`);
    prepareStateFolder(folder);
    const files = createHostFiles();
    const log = createLog((line) => print(line.trimEnd()));
    const release = lock(folder, files, log);
    try {
      await new Agent({ folder, enrolment, settings, files, log }).run(listenForEnd());
      return exitCodes.ok;
    } finally {
      release();
    }
  },
};
