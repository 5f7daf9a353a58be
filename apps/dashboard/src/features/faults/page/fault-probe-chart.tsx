import type { FaultDetail } from '@opsgauge/contract';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { probeSeriesQuery } from '../../../shared/api/probes.js';
import { ProbeChart } from '../../../shared/charts/probe-chart.js';
import { QueryState } from '../../../shared/ui/query-state.js';
import { FaultChartFrame } from './fault-chart-frame.js';
import { useFaultPeriod } from './use-fault-period.js';

/** How the probe that told of a fault was answered around it. */
export function FaultProbeChart({ fault, probeId }: { fault: FaultDetail; probeId: string }) {
  const { t } = useTranslation();
  const { from, to, period, span } = useFaultPeriod(fault);
  const query = useQuery({ ...probeSeriesQuery(probeId, period), placeholderData: (known) => known });
  const spans = useMemo(() => [span], [span]);
  const name = (
    <Link to={`/probes/${probeId}`}>
      {[fault.title.params['subject'], t('probe.responseTime')].filter(Boolean).join(' ')}
    </Link>
  );
  return (
    <FaultChartFrame name={name} unit="ms" from={from} to={to}>
      <QueryState query={query} errorTitle={t('probe.loadFailed')} skeletonRows={4}>
        {(data) => <ProbeChart series={data} spans={spans} />}
      </QueryState>
    </FaultChartFrame>
  );
}
