import {
  clipAll,
  type Evidence,
  type Interval,
  type Observation,
  type ObservedInterval,
} from '@opsgauge/domain';

/** One reading of a gap as it stays on record. */
export interface RecordedReading extends Interval {
  readonly observation: Observation;
  readonly evidence: Evidence;
}

/** Readings that need no record: nothing was missing. */
const isOrdinary = ({ evidence }: RecordedReading): boolean =>
  evidence === 'samples' || evidence === 'soft-miss';

/**
 * What has to be put on record after a stretch was read (again): every extraordinary reading that does not stand there
 * yet, and, for a gap that was on record, whatever it is read as now.
 *
 * @param recorded what is on record of the stretch, oldest first
 * @param read the stretch as it is read now
 */
export function newReadings(
  recorded: readonly RecordedReading[],
  read: readonly ObservedInterval[],
): RecordedReading[] {
  const standing = latestReadings(recorded);
  const fresh = read.filter((one) => !isOrdinary(one) && !standing.some((known) => isSame(known, one)));
  const reread = standing
    .filter((known) => !isOrdinary(known))
    .flatMap((known) => clipAll(read, known).filter((one) => isOrdinary(one)))
    .filter((one) => !standing.some((known) => isSame(known, one)));
  return [...fresh, ...reread].map(({ fromMs, toMs, observation, evidence }) => ({
    fromMs,
    toMs,
    observation,
    evidence,
  }));
}

/** Of readings that overlap, the later one holds. */
function latestReadings(recorded: readonly RecordedReading[]): RecordedReading[] {
  return recorded.filter(
    (one, index) =>
      !recorded.slice(index + 1).some((later) => later.fromMs <= one.fromMs && later.toMs >= one.toMs),
  );
}

const isSame = (a: RecordedReading, b: RecordedReading): boolean =>
  a.fromMs === b.fromMs && a.toMs === b.toMs && a.observation === b.observation && a.evidence === b.evidence;
