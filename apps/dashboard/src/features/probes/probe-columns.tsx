import type { Probe, ProbeState } from '@opsgauge/contract';
import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { noValue } from '../../shared/format/figures.js';
import type { RecordColumn } from '../../shared/ui/record-list.js';
import { Sparkline } from '../../shared/ui/sparkline.js';
import { StatusLabel } from '../../shared/ui/status-label.js';
import { ProbeAbout } from './probe-about.js';
import { addressOf } from './probe-values.js';
import { milliseconds } from '../../shared/probes/probe-words.js';

/** A curve is drawn up to its own greatest value. */
const curveOf = (values: readonly (number | null)[]): (number | null)[] => {
  const most = Math.max(1, ...values.map((value) => value ?? 0));
  return values.map((value) => (value === null ? null : (100 * value) / most));
};

/** What the list tells of each probe. */
export function useProbeColumns(states: ReadonlyMap<string, ProbeState>): RecordColumn<Probe>[] {
  const { t } = useTranslation();
  const stateOf = (probe: Probe) => states.get(probe.id);
  return [
    {
      key: 'name',
      title: t('probe.name'),
      phone: 'head',
      long: 'cut',
      width: 220,
      render: (probe) => (
        <span className="row">
          <Link to={`/probes/${probe.id}`} title={probe.name}>
            {probe.name}
          </Link>
          {!probe.isEnabled && <Tag>{t('probe.disabled')}</Tag>}
          {probe.isCanary && <Tag>{t('probe.canary')}</Tag>}
          {probe.isEvidenceOfHost && <Tag>{t('probe.evidence')}</Tag>}
        </span>
      ),
    },
    {
      key: 'state',
      title: t('probe.state'),
      width: 96,
      render: (probe) => <StatusLabel status={stateOf(probe)?.observation ?? 'unknown'} />,
    },
    {
      key: 'target',
      title: t('probe.target'),
      long: 'cut',
      width: 190,
      render: ({ target }) => `${t(`probeKind.${target.kind}`)} ${addressOf(target)}`,
    },
    {
      key: 'about',
      title: t('probe.about'),
      phone: 'none',
      long: 'cut',
      width: 130,
      render: (probe) => <ProbeAbout probe={probe} />,
    },
    {
      key: 'last',
      title: t('probe.last'),
      align: 'right',
      width: 96,
      render: (probe) => milliseconds(stateOf(probe)?.last?.durationMs),
    },
    {
      key: 'p95',
      title: t('probe.p95'),
      align: 'right',
      width: 96,
      phone: 'none',
      render: (probe) => milliseconds(stateOf(probe)?.p95Ms),
    },
    {
      key: 'certificate',
      title: t('probe.certificateDays'),
      align: 'right',
      width: 88,
      phone: 'none',
      render: (probe) => stateOf(probe)?.last?.certificateDaysLeft ?? noValue,
    },
    {
      key: 'curve',
      title: t('probe.curve'),
      width: 96,
      phone: 'none',
      render: (probe) => (
        <Sparkline values={curveOf(stateOf(probe)?.curveMs ?? [])} label={t('probe.curve')} />
      ),
    },
  ];
}
