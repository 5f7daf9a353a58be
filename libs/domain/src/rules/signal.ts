/**
 * What rules judge by: numbers that say how one thing is at one moment. The first ones are host metrics under their own
 * names; the rest are made of device readings, of what probes saw, or of several samples.
 */
export const signalNames = [
  'cpuPercent',
  'ioWaitPercent',
  'stealPercent',
  'load1',
  'memoryUsedPercent',
  'swapUsedPercent',
  'diskUsedPercent',
  'networkErrorsPerSecond',
  'tcpRetransmitsPerSecond',
  'processCount',
  'mountUsedPercent',
  'mountInodesUsedPercent',
  'diskFullInDays',
  'diskBusyPercent',
  'interfaceDown',
  'targetLossPercent',
  'targetLatencyMs',
  'clockOffsetSeconds',
  'recordsDroppedPerHour',
  'probeFailing',
  'probeMs',
  'probeLossPercent',
  'certificateDaysLeft',
] as const;
export type SignalName = (typeof signalNames)[number];

const ofProbes: readonly SignalName[] = [
  'probeFailing',
  'probeMs',
  'probeLossPercent',
  'certificateDaysLeft',
];
/** Signals that one sample does not tell: they are worked out from several, or seen by probes. */
const notOfSamples: readonly SignalName[] = ['diskFullInDays', 'recordsDroppedPerHour', ...ofProbes];

/** Whether a signal's subject is the probe that tells it. */
export const isToldByProbes = (name: SignalName): boolean => ofProbes.includes(name);

/** Whether a signal can be told from samples alone, and so from past ones too. */
export const isToldBySamples = (name: SignalName): boolean => !notOfSamples.includes(name);

/** One number about one thing at one moment. */
export interface Signal {
  readonly name: SignalName;
  /** Which of a server's things it is about: a mount point, an interface, a target, a probe; '' for the host. */
  readonly subject: string;
  /** How people call the subject, where that is not its own name. */
  readonly subjectName?: string;
  /** In the unit at the end of its name; what is or is not so is 1 or 0. */
  readonly value: number;
  readonly atMs: number;
  /** After a longer silence nothing vouches for the time between: a condition that had begun begins anew. */
  readonly vouchedMs: number;
}
