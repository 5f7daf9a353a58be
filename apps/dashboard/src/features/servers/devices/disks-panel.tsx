import type { DiskReading } from '@opsgauge/contract';
import { useTranslation } from 'react-i18next';
import { mebibytes, noValue, reading } from '../../../shared/format/figures.js';
import { ColumnTitle } from '../../../shared/ui/column-title.js';
import { DevicePanel, type DeviceContext } from './device-panel.js';

const operations = (value: number | undefined): string => value?.toFixed(1) ?? noValue;

function DiskRow({ disk }: { disk: DiskReading }) {
  const { t } = useTranslation();
  return (
    <>
      <div className="row">
        <span className="mono clipped">{disk.name}</span>
        <span className="spacer" />
        <span className="num">
          {t('chartLine.read')} {mebibytes(disk.readBytesPerSecond)} · {t('chartLine.write')}{' '}
          {mebibytes(disk.writeBytesPerSecond)} MiB/s
        </span>
      </div>
      <div className="row sub num">
        {t('chartLine.busy')} {reading(disk.busyPercent)} %
        <span className="spacer" />
        {operations(disk.readsPerSecond)} · {operations(disk.writesPerSecond)} {t('chartUnit.timesPerSecond')}
      </div>
    </>
  );
}

/** The disks of the last sample, the busiest first. */
export function DisksPanel({ disks, ...context }: DeviceContext & { disks: DiskReading[] }) {
  const { t } = useTranslation();
  const right = 'right' as const;
  const perSecond = t('chartUnit.timesPerSecond');
  return (
    <DevicePanel
      {...context}
      title={t('server.disks')}
      kind="disks"
      items={[...disks].sort((a, b) => (b.busyPercent ?? 0) - (a.busyPercent ?? 0))}
      nameOf={({ name }) => name}
      phoneRow={(disk) => <DiskRow disk={disk} />}
      columns={[
        {
          key: 'name',
          title: t('server.disk'),
          render: (_, { name }) => <span className="mono">{name}</span>,
        },
        {
          key: 'read',
          title: <ColumnTitle name={t('chartLine.read')} unit="MiB/s" />,
          align: right,
          render: (_, { readBytesPerSecond }) => mebibytes(readBytesPerSecond),
        },
        {
          key: 'write',
          title: <ColumnTitle name={t('chartLine.write')} unit="MiB/s" />,
          align: right,
          render: (_, { writeBytesPerSecond }) => mebibytes(writeBytesPerSecond),
        },
        {
          key: 'reads',
          title: <ColumnTitle name={t('chartLine.read')} unit={perSecond} />,
          align: right,
          render: (_, { readsPerSecond }) => operations(readsPerSecond),
        },
        {
          key: 'writes',
          title: <ColumnTitle name={t('chartLine.write')} unit={perSecond} />,
          align: right,
          render: (_, { writesPerSecond }) => operations(writesPerSecond),
        },
        {
          key: 'busy',
          title: <ColumnTitle name={t('chartLine.busy')} unit="%" />,
          align: right,
          render: (_, { busyPercent }) => reading(busyPercent),
        },
      ]}
    />
  );
}
