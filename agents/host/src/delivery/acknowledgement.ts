import type { Acknowledgement, AgentConfiguration, Hints, RecordResult } from '@opsgauge/contract';
import { readProbes } from '../probes/read-probes.js';
import { isZoneName } from '../system/zone.js';

type Found = Partial<Record<string, unknown>>;

const isObject = (value: unknown): value is Found => typeof value === 'object' && value !== null;
const statuses = new Set<unknown>(['accepted', 'duplicate', 'rejected']);
const intervalSecondsMax = 3600;
const watchSecondsMax = 60;
const watchMsMax = 3_600_000;

const isResult = (value: unknown): value is RecordResult =>
  isObject(value) &&
  Number.isInteger(value.index) &&
  (value.seq === null || typeof value.seq === 'number') &&
  statuses.has(value.status);

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const within = (value: unknown, min: number, max: number): number | undefined => {
  return typeof value === 'number' && value >= min && value <= max ? value : undefined;
};

/** A hint that makes no sense is none: it must not cost the answer it came with. */
const readHints = (value: unknown): Hints => {
  if (!isObject(value)) return {};
  const { inspectNow, watch, slowDown, reloadConfiguration } = value as Partial<Record<keyof Hints, Found>>;
  const inspectionId = text(inspectNow?.inspectionId);
  const forMs = within(watch?.forMs, 0, watchMsMax);
  const watchSeconds = within(watch?.intervalSeconds, 1, watchSecondsMax);
  const slowSeconds = within(slowDown?.intervalSeconds, 1, intervalSecondsMax);
  return {
    ...(inspectionId !== undefined && { inspectNow: { inspectionId } }),
    ...(forMs !== undefined && {
      watch: { forMs, ...(watchSeconds !== undefined && { intervalSeconds: watchSeconds }) },
    }),
    ...(slowSeconds !== undefined && { slowDown: { intervalSeconds: slowSeconds } }),
    ...((reloadConfiguration as unknown) === true && { reloadConfiguration: true }),
  };
};

/** What makes no sense is not taken over, and what was heard before stays. */
const readConfiguration = (value: unknown): AgentConfiguration | undefined => {
  if (!isObject(value)) return undefined;
  const timeZone = text(value.timeZone);
  if (timeZone === undefined || !isZoneName(timeZone)) return undefined;
  return { timeZone, ...(value.probes !== undefined && { probes: readProbes(value.probes) }) };
};

/**
 * The hub's answer to a report. Checked by hand rather than by the contract's schema: the schema's library would be a
 * fifth of the agent's memory and a tenth of its work, for one small object.
 * @throws where it is no acknowledgement
 */
export const readAcknowledgement = (value: unknown): Acknowledgement => {
  if (!isObject(value)) throw new Error('it is no object');
  const { receivedAt, results, hints } = value;
  const configuration = readConfiguration(value.configuration);
  if (typeof receivedAt !== 'string' || Number.isNaN(Date.parse(receivedAt)))
    throw new Error('receivedAt is no moment');
  if (!Array.isArray(results) || !results.every(isResult)) throw new Error('results are no list of answers');
  return { receivedAt, results, hints: readHints(hints), ...(configuration && { configuration }) };
};
