import type { ProbeAttempt, ProbeOutcome, ProbeResultResponse } from '@opsgauge/contract';
import { dayMs } from '@opsgauge/domain';
import { instantText } from '../../platform/clock.js';

/** One attempt as it is stored. */
export interface StoredResult {
  readonly observedAtMs: number;
  readonly outcome: ProbeOutcome;
  readonly durationMs: number | null;
  readonly statusCode: number | null;
  readonly lossPercent: number | null;
  readonly certificateExpiresMs: number | null;
  readonly method: 'icmp' | 'tcp' | null;
}

/** @param observedAtMs when the attempt began */
export const storedResult = (observedAtMs: number, attempt: ProbeAttempt): StoredResult => ({
  observedAtMs,
  outcome: attempt.outcome,
  durationMs: attempt.durationMs ?? null,
  statusCode: attempt.statusCode ?? null,
  lossPercent: attempt.lossPercent ?? null,
  certificateExpiresMs: attempt.certificateExpiresAt ? Date.parse(attempt.certificateExpiresAt) : null,
  method: attempt.method ?? null,
});

export interface ResultRow {
  readonly probe_id: string;
  readonly observed_at: Date;
  readonly outcome: string;
  readonly duration_ms: number | null;
  readonly status_code: number | null;
  readonly loss_percent: number | null;
  readonly certificate_expires_at: Date | null;
  readonly method: string | null;
  [column: string]: unknown;
}

export const toStoredResult = (row: ResultRow): StoredResult => ({
  observedAtMs: row.observed_at.getTime(),
  outcome: row.outcome as ProbeOutcome,
  durationMs: row.duration_ms,
  statusCode: row.status_code,
  lossPercent: row.loss_percent,
  certificateExpiresMs: row.certificate_expires_at?.getTime() ?? null,
  method: row.method as StoredResult['method'],
});

/** Whole days until a certificate expires; negative once it has. */
export const daysLeft = ({ certificateExpiresMs, observedAtMs }: StoredResult): number | null =>
  certificateExpiresMs === null ? null : Math.floor((certificateExpiresMs - observedAtMs) / dayMs);

export const resultResponse = (result: StoredResult): ProbeResultResponse => ({
  observedAt: instantText(result.observedAtMs),
  outcome: result.outcome,
  durationMs: result.durationMs,
  statusCode: result.statusCode,
  lossPercent: result.lossPercent,
  certificateDaysLeft: daysLeft(result),
  method: result.method,
});
