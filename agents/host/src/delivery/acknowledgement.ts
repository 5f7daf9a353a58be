import type { Acknowledgement, Hints, RecordResult } from '@opsgauge/contract';

type Found = Partial<Record<string, unknown>>;

const isObject = (value: unknown): value is Found => typeof value === 'object' && value !== null;
const statuses = new Set<unknown>(['accepted', 'duplicate', 'rejected']);
const intervalSecondsMax = 3600;

const isResult = (value: unknown): value is RecordResult =>
  isObject(value) &&
  Number.isInteger(value.index) &&
  (value.seq === null || typeof value.seq === 'number') &&
  statuses.has(value.status);

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const finite = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined;

const within = (value: unknown, min: number, max: number): number | undefined => {
  const found = finite(value);
  return found !== undefined && found >= min && found <= max ? found : undefined;
};

/** A hint that makes no sense is none: it must not cost the answer it came with. */
const readHints = (value: unknown): Hints => {
  if (!isObject(value)) return {};
  const { inspectNow, watch, slowDown, reloadConfiguration } = value as Partial<Record<keyof Hints, Found>>;
  const inspectionId = text(inspectNow?.inspectionId);
  const untilMs = finite(watch?.untilMs);
  const slowSeconds = within(slowDown?.intervalSeconds, 1, intervalSecondsMax);
  return {
    ...(inspectionId !== undefined && { inspectNow: { inspectionId } }),
    ...(untilMs !== undefined && { watch: { untilMs } }),
    ...(slowSeconds !== undefined && { slowDown: { intervalSeconds: slowSeconds } }),
    ...((reloadConfiguration as unknown) === true && { reloadConfiguration: true }),
  };
};

/**
 * The hub's answer to a report. Checked by hand rather than by the contract's schema: the schema's library would be a
 * fifth of the agent's memory and a tenth of its work, for one small object.
 * @throws where it is no acknowledgement
 */
export const readAcknowledgement = (value: unknown): Acknowledgement => {
  if (!isObject(value)) throw new Error('it is no object');
  const { receivedAt, results, hints } = value;
  if (typeof receivedAt !== 'string' || Number.isNaN(Date.parse(receivedAt)))
    throw new Error('receivedAt is no moment');
  if (!Array.isArray(results) || !results.every(isResult)) throw new Error('results are no list of answers');
  return { receivedAt, results, hints: readHints(hints) };
};
