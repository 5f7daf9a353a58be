import type { TargetReading } from '@opsgauge/contract';
import { useTranslation } from 'react-i18next';
import { noValue, reading } from '../../../shared/format/figures.js';
import { ColumnTitle } from '../../../shared/ui/column-title.js';
import { Mark, type MarkKind } from '../../../shared/ui/mark.js';
import { DevicePanel, type DeviceContext } from './device-panel.js';

const latency = (target: TargetReading): string => target.latencyMs?.toFixed(1) ?? noValue;
const markOf = ({ lossPercent }: TargetReading): MarkKind =>
  lossPercent === 0 ? 'up' : lossPercent === 100 ? 'down' : 'warning';

function TargetName({ target }: { target: TargetReading }) {
  const { t } = useTranslation();
  return (
    <span className="status-label">
      <Mark kind={markOf(target)} size={12} label={`${t('chartTitle.loss')} ${target.lossPercent} %`} />
      <span className="clipped">{target.name}</span>
    </span>
  );
}

function TargetRow({ target }: { target: TargetReading }) {
  const { t } = useTranslation();
  return (
    <>
      <div className="row">
        <TargetName target={target} />
        <span className="spacer" />
        <span className="num">{latency(target)} ms</span>
      </div>
      <div className="row sub num">
        {t(`targetMethod.${target.method}`)}
        <span className="spacer" />
        {t('chartTitle.loss')} {reading(target.lossPercent)} %
      </div>
    </>
  );
}

/** How the named targets answered the host over the last minute, those that did not first. */
export function TargetsPanel({ targets, ...context }: DeviceContext & { targets: TargetReading[] }) {
  const { t } = useTranslation();
  const right = 'right' as const;
  return (
    <DevicePanel
      {...context}
      title={t('server.targets')}
      kind="targets"
      items={[...targets].sort((a, b) => b.lossPercent - a.lossPercent || a.name.localeCompare(b.name))}
      nameOf={({ name }) => name}
      phoneRow={(target) => <TargetRow target={target} />}
      columns={[
        { key: 'name', title: t('server.target'), render: (_, target) => <TargetName target={target} /> },
        {
          key: 'method',
          title: t('server.targetMethod'),
          render: (_, { method }) => t(`targetMethod.${method}`),
        },
        {
          key: 'latency',
          title: <ColumnTitle name={t('chartTitle.latency')} unit="ms" />,
          align: right,
          render: (_, target) => latency(target),
        },
        {
          key: 'loss',
          title: <ColumnTitle name={t('chartTitle.loss')} unit="%" />,
          align: right,
          render: (_, { lossPercent }) => reading(lossPercent),
        },
      ]}
    />
  );
}
