import type { ProbeAttemptResponse } from '@opsgauge/contract';
import { useTranslation } from 'react-i18next';
import { noValue, reading } from '../format/figures.js';

/** A response time; nothing where nothing answered. */
export const milliseconds = (ms: number | null | undefined): string =>
  typeof ms === 'number' ? `${reading(ms, ms < 10 ? 1 : 0)} ms` : noValue;

/** An attempt in a line: what came of it, and what was measured. */
export function useAttemptWords(): (attempt: ProbeAttemptResponse) => string {
  const { t } = useTranslation();
  return ({ outcome, durationMs, statusCode, lossPercent, certificateDaysLeft, method }) =>
    [
      t(`probeOutcome.${outcome}`),
      ...(statusCode === null ? [] : [`HTTP ${statusCode}`]),
      ...(durationMs === null ? [] : [milliseconds(durationMs)]),
      ...(lossPercent === null ? [] : [t('probe.lossOf', { value: reading(lossPercent) })]),
      ...(method === 'tcp' ? [t('probe.byConnections')] : []),
      ...(certificateDaysLeft === null ? [] : [t('probe.daysLeft', { value: certificateDaysLeft })]),
    ].join(' · ');
}
