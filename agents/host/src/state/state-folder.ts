import { chmodSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { makePrivateFolder } from './atomic-file.js';

/** Where everything the agent keeps lies. */
export interface StateFolder {
  readonly path: string;
  readonly enrolmentFile: string;
  readonly lockFile: string;
  readonly spoolFolder: string;
  readonly deadLetterFile: string;
  readonly inspectionsFolder: string;
  /** Figures since the last inspection. */
  readonly periodFile: string;
  /** When the last scheduled inspection was due. */
  readonly scheduleFile: string;
  /** What the hub last named to probe. */
  readonly probesFile: string;
}

/**
 * The paths of a state folder; touches nothing.
 * @param given `--state`; else `OPSGAUGE_AGENT_STATE`; else /var/lib/opsgauge-agent for root, ~/.opsgauge-agent for others
 */
export const locateStateFolder = (
  given: string | undefined,
  environment: NodeJS.ProcessEnv = process.env,
  isRoot: boolean = process.getuid?.() === 0,
): StateFolder => {
  const ordinary = isRoot ? '/var/lib/opsgauge-agent' : join(homedir(), '.opsgauge-agent');
  const path = resolve(given || environment.OPSGAUGE_AGENT_STATE || ordinary);
  return {
    path,
    enrolmentFile: join(path, 'enrolment.json'),
    lockFile: join(path, 'agent.lock'),
    spoolFolder: join(path, 'spool'),
    deadLetterFile: join(path, 'dead-letters.jsonl'),
    inspectionsFolder: join(path, 'inspections'),
    periodFile: join(path, 'period.json'),
    scheduleFile: join(path, 'schedule.json'),
    probesFile: join(path, 'probes.json'),
  };
};

/** Makes the folder, or takes the group's and others' rights from the one that is there. */
export const prepareStateFolder = ({ path }: StateFolder): void => {
  makePrivateFolder(path);
  if ((statSync(path).mode & 0o077) !== 0) chmodSync(path, 0o700);
};
