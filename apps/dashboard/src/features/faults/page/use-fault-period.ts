import type { TimeSpan } from '@opsgauge/charts';
import type { FaultDetail } from '@opsgauge/contract';
import { minuteMs } from '@opsgauge/domain';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../../shared/time/clock.js';
import { chartPeriod } from './fault-chart.js';

/** What a fault's chart is drawn over (epoch milliseconds, and as it is asked for), and the fault's own span in it. */
export function useFaultPeriod({ startAt, recoveredAt, number }: FaultDetail) {
  const { t } = useTranslation();
  const minute = Math.floor(useNow() / minuteMs);
  return useMemo(() => {
    const [startMs, endMs] = [Date.parse(startAt), recoveredAt && Date.parse(recoveredAt)];
    const { from, to } = chartPeriod(startMs, endMs || null, minute * minuteMs);
    const span: TimeSpan = {
      kind: 'fault',
      from: startMs,
      to: endMs || to,
      label: `${t('faultPage.thisFault')} ${number}`,
    };
    return {
      from,
      to,
      period: { from: new Date(from).toISOString(), to: new Date(to).toISOString() },
      span,
    };
  }, [startAt, recoveredAt, number, minute, t]);
}
