import { useQuery } from '@tanstack/react-query';
import { Breadcrumb, Segmented } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { probeQuery, probeSeriesQuery } from '../../shared/api/probes.js';
import { ProbeChart } from '../../shared/charts/probe-chart.js';
import { useNow } from '../../shared/time/clock.js';
import { PageHead } from '../../shared/ui/page-head.js';
import { Panel } from '../../shared/ui/panel.js';
import { QueryState } from '../../shared/ui/query-state.js';
import { FailureList } from './failure-list.js';
import { ProbeFacts } from './probe-facts.js';
import './probes.css';

const hourMs = 3_600_000;
const ranges = { day: 24 * hourMs, week: 7 * 24 * hourMs, month: 30 * 24 * hourMs } as const;
type Range = keyof typeof ranges;
const rereadMs = 60_000;

/** One probe: how it answers over a day, a week or a month, and each attempt that failed. */
export function ProbePage({ probeId }: { probeId: string }) {
  const { t } = useTranslation();
  const [range, setRange] = useState<Range>('day');
  const minute = Math.floor(useNow() / rereadMs);
  const period = useMemo(() => {
    const to = (minute + 1) * rereadMs;
    return { from: new Date(to - ranges[range]).toISOString(), to: new Date(to).toISOString() };
  }, [minute, range]);
  const probe = useQuery(probeQuery(probeId));
  const series = useQuery({ ...probeSeriesQuery(probeId, period), placeholderData: (known) => known });
  const choices = (Object.keys(ranges) as Range[]).map((value) => ({
    value,
    label: t(`probeRange.${value}`),
  }));
  return (
    <QueryState query={probe} errorTitle={t('probe.loadFailed')}>
      {(known) => (
        <>
          <Breadcrumb
            items={[{ title: <Link to="/probes">{t('navigation.probes')}</Link> }, { title: known.name }]}
          />
          <PageHead title={known.name} help="probes" />
          <ProbeFacts probe={known} p95Ms={series.data?.p95Ms ?? null} />
          <Panel
            title={
              <>
                {t('probe.responseTime')} <span className="muted">ms</span>
              </>
            }
            extra={<Segmented size="small" value={range} onChange={setRange} options={choices} />}
          >
            <QueryState query={series} errorTitle={t('probe.loadFailed')}>
              {(data) =>
                data.points.length > 0 ? (
                  <ProbeChart series={data} />
                ) : (
                  <div className="empty">{t('probe.noResults')}</div>
                )
              }
            </QueryState>
          </Panel>
          <FailureList probeId={probeId} period={period} />
        </>
      )}
    </QueryState>
  );
}
