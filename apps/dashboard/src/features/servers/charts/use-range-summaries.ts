import type { SamplesSummaryResponse } from '@opsgauge/contract';
import { keepPreviousData, useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { samplesSummaryQuery, type FixedPeriod } from '../../../shared/api/samples.js';

/** What the range comes to for one server; undefined until it is known. */
export interface RangeSummary {
  label: string;
  summary: SamplesSummaryResponse | undefined;
}

/** Of each server whose lines are drawn, in their order. */
export function useRangeSummaries(
  servers: readonly { id: string; label: string }[],
  period: FixedPeriod | null,
): RangeSummary[] {
  const answers = useQueries({
    queries: servers.map(({ id }) => ({
      ...samplesSummaryQuery(id, period ?? { from: '', to: '' }),
      enabled: period !== null,
      placeholderData: keepPreviousData<SamplesSummaryResponse>,
    })),
    combine: (results) => results.map(({ data }) => data),
  });
  return useMemo(
    () => servers.map(({ label }, index) => ({ label, summary: answers[index] })),
    [servers, answers],
  );
}
