/** Words under `problemCause`. */
export type ProblemCause = 'container' | 'hidden' | 'denied' | 'absent' | 'failed';

const signs: [RegExp, ProblemCause][] = [
  [/container/i, 'container'],
  [/hidepid/i, 'hidden'],
  [/EACCES|EPERM|permission|not permitted/i, 'denied'],
  [/ENOENT|no such file|not supported|unavailable/i, 'absent'],
];

/** What an agent's reason comes to for somebody who does not run it. */
export const problemCause = (reason: string): ProblemCause =>
  signs.find(([sign]) => sign.test(reason))?.[1] ?? 'failed';

/** The collectors of the agents; words under `collector`. */
const collectors = [
  'cpu',
  'memory',
  'swap',
  'load',
  'mounts',
  'disks',
  'interfaces',
  'tcp',
  'processes',
  'uptime',
  'clock',
  'targets',
] as const;

/** The collector's own words, if it is one that this page knows. */
export const knownCollector = (name: string): (typeof collectors)[number] | null =>
  collectors.find((known) => known === name) ?? null;
