import type { TimeSpan } from '@opsgauge/charts';
import type { Fault } from '@opsgauge/contract';

/** The spans of faults that a chart from `from` to `to` (epoch milliseconds) shows, each under its number. */
export const faultSpans = (
  faults: readonly Pick<Fault, 'number' | 'startAt' | 'recoveredAt' | 'mergedIntoFaultId'>[],
  { from, to }: { from: number; to: number },
): TimeSpan[] =>
  faults
    .filter(({ mergedIntoFaultId }) => mergedIntoFaultId === null)
    .map(({ number, startAt, recoveredAt }): TimeSpan => ({
      kind: 'fault',
      from: Date.parse(startAt),
      to: recoveredAt === null ? to : Date.parse(recoveredAt),
      label: number,
    }))
    .filter((span) => span.from < to && span.to > from);

/** Spans with the faults among them; a stretch in which the server was down stands for itself only where no fault does. */
export const withFaults = (spans: readonly TimeSpan[], faults: readonly TimeSpan[]): TimeSpan[] => [
  ...spans.filter(
    (span) => span.kind !== 'fault' || !faults.some((fault) => fault.from < span.to && fault.to > span.from),
  ),
  ...faults,
];
