import { sampleSchema, type RecordResult, type Report } from '@opsgauge/contract';
import type { ZodError } from 'zod';
import { unstorableMessage, unstorablePath } from '../platform/http/unstorable-text.js';
import { clockOffsetMs, correctedTimeMs, isTimeInRange, type ReportClock } from './clock-correction.js';
import type { SampleRecord } from './recent/sample-record.js';

/** A report taken apart: the records that can be kept, and the answers to those that cannot. */
export interface ParsedReport {
  /** `index` is the record's place in the report. */
  readonly records: readonly { readonly index: number; readonly record: SampleRecord }[];
  readonly rejections: readonly RecordResult[];
  readonly clockOffsetMs: number;
}

/**
 * Parses each record by itself, so that a bad one costs the others nothing.
 *
 * @param receivedAtMs when the report came in, by the hub's clock
 * @param canHold whether the store has a place for a sample of that moment by the agent's clock
 */
export function parseReport(
  report: Report,
  receivedAtMs: number,
  canHold: (observedAtMs: number) => boolean,
): ParsedReport {
  const clock: ReportClock = {
    sentAtMs: Date.parse(report.sentAt),
    receivedAtMs,
    sentBootId: report.sentBootId,
    sentMonotonicMs: report.sentMonotonicMs,
  };
  const records: { index: number; record: SampleRecord }[] = [];
  const rejections: RecordResult[] = [];
  report.samples.forEach((raw, index) => {
    const parsed = sampleSchema.safeParse(raw);
    const unstorable = parsed.success ? unstorablePath(parsed.data) : null;
    if (!parsed.success || unstorable !== null) {
      const message = parsed.success ? `${unstorable}: ${unstorableMessage}` : describeIssue(parsed.error);
      rejections.push({ index, seq: readableSeq(raw), status: 'rejected', code: 'invalid_value', message });
      return;
    }
    const sample = parsed.data;
    const observedAtMs = Date.parse(sample.observedAt);
    const correctedAtMs = correctedTimeMs(sample, observedAtMs, clock);
    const isInRange = isTimeInRange(correctedAtMs, receivedAtMs);
    if (!isInRange || !canHold(observedAtMs)) {
      const message = isInRange
        ? "observedAt: the agents' clocks name too many different days; set this server's"
        : 'observedAt: is more than 35 days back or 5 minutes ahead';
      rejections.push({ index, seq: sample.seq, status: 'rejected', code: 'time_out_of_range', message });
      return;
    }
    records.push({ index, record: { sample, observedAtMs, correctedAtMs, receivedAtMs } });
  });
  return { records, rejections, clockOffsetMs: clockOffsetMs(clock) };
}

function describeIssue(error: ZodError): string {
  const [first] = error.issues;
  const field = (first?.path ?? []).map(String).join('.');
  return field ? `${field}: ${first!.message}` : (first?.message ?? 'is not a sample');
}

function readableSeq(raw: unknown): number | null {
  const seq = typeof raw === 'object' && raw !== null ? (raw as { seq?: unknown }).seq : undefined;
  return typeof seq === 'number' && Number.isFinite(seq) ? seq : null;
}
