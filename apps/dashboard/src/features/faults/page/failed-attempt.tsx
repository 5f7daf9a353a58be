import type { FaultDetail } from '@opsgauge/contract';
import { useQuery } from '@tanstack/react-query';
import { probeFailuresQuery } from '../../../shared/api/probes.js';
import { noValue } from '../../../shared/format/figures.js';
import { useFormats } from '../../../shared/format/use-formats.js';
import { useAttemptWords } from '../../../shared/probes/probe-words.js';
import { useEvidencePeriod } from './use-evidence-period.js';

/** What came of the first attempt that failed, of those that a probe's fault was found by. */
export function FailedAttempt({ fault, probeId }: { fault: FaultDetail; probeId: string }) {
  const { dateTimeSeconds } = useFormats();
  const wordsOf = useAttemptWords();
  const { data } = useQuery({
    ...probeFailuresQuery(probeId, useEvidencePeriod(fault)),
    placeholderData: (known) => known,
  });
  const first = data?.items.findLast(({ observedAt }) => observedAt >= fault.startAt);
  return first ? `${dateTimeSeconds(first.observedAt)} ${wordsOf(first)}` : noValue;
}
