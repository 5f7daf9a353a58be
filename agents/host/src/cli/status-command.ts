import { readSpoolStatus } from '../spool/spool-status.js';
import { loadEnrolment } from '../state/enrolment.js';
import { findLockHolder } from '../state/lock.js';
import { locateStateFolder } from '../state/state-folder.js';
import { jsonOption, parseOptions, stateOption, type Command } from './command.js';
import { CommandError, exitCodes } from './exit-codes.js';

const help = `opsgauge-agent status [--state DIR] [--json]

Tells from the files in the state folder where this agent stands; asks neither the hub nor
a running agent. Samples answered out of order count as waiting until those before them
are answered too.

  --state DIR  state folder (see: opsgauge-agent help)
  --json       print JSON

Exit codes: 0 printed, 2 wrong use, 3 not enrolled`;

export const statusCommand: Command = {
  help,
  run: async (parameters, { environment, print }) => {
    const { state, json } = parseOptions(parameters, { ...stateOption, ...jsonOption });
    const folder = locateStateFolder(state, environment);
    const enrolment = await loadEnrolment(folder);
    if (!enrolment) throw new CommandError(exitCodes.notEnrolled, `not enrolled (${folder.path})`);
    const { depth, bytes, watermark, counters } = await readSpoolStatus(folder.spoolFolder);
    const status = {
      stateFolder: folder.path,
      hub: enrolment.hub,
      serverId: enrolment.serverId,
      serverName: enrolment.serverName,
      enrolledAt: enrolment.enrolledAt,
      runningProcess: findLockHolder(folder.lockFile)?.pid ?? null,
      spoolDepth: depth,
      spoolBytes: bytes,
      lastAcknowledged: watermark ?? null,
      droppedSamples: counters.droppedSamples,
      rejectedSamples: counters.rejectedSamples,
    };
    const { lastAcknowledged, ...plain } = status;
    const last = lastAcknowledged ? `${lastAcknowledged.seq} at ${lastAcknowledged.acknowledgedAt}` : 'none';
    const lines = Object.entries(plain).map(([name, value]) => `${name} ${value ?? 'none'}`);
    print(json ? JSON.stringify(status) : [...lines, `lastAcknowledged ${last}`].join('\n'));
    return exitCodes.ok;
  },
};
