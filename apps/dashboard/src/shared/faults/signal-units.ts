import type { SignalName } from '@opsgauge/domain';

export type SignalUnit = '%' | 'ms' | 's' | 'days' | 'count' | 'perSecond' | 'whether' | 'none';

/** The unit of a signal's numbers: what stands at the end of its name. */
export function unitOf(signal: SignalName): SignalUnit {
  if (signal.endsWith('Percent')) return '%';
  if (signal.endsWith('Ms')) return 'ms';
  if (signal.endsWith('Seconds')) return 's';
  if (/(In|Left|)Days(Left)?$/.test(signal)) return 'days';
  if (signal.endsWith('PerSecond')) return 'perSecond';
  if (signal === 'interfaceDown' || signal === 'probeFailing') return 'whether';
  return signal === 'load1' ? 'none' : 'count';
}

/** Units that are printed behind a field; what is counted has none. */
const printed = ['%', 'ms', 's', 'days', 'perSecond'] as const;

export const printedUnitOf = (signal: SignalName): (typeof printed)[number] | null =>
  printed.find((unit) => unit === unitOf(signal)) ?? null;
