import type { FaultDetail } from '@opsgauge/contract';
import { minuteMs } from '@opsgauge/domain';
import { useMemo } from 'react';
import { useNow } from '../../../shared/time/clock.js';
import { evidencePeriod } from './evidence.js';

/** The minutes around a fault; of one that lasts up to the last whole minute, so that it is asked for once. */
export function useEvidencePeriod({ startAt, recoveredAt }: FaultDetail) {
  const minute = Math.ceil(useNow() / minuteMs);
  return useMemo(
    () => evidencePeriod({ startAt, recoveredAt }, minute * minuteMs),
    [startAt, recoveredAt, minute],
  );
}
