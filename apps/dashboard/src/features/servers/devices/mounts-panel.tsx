import type { MountReading } from '@opsgauge/contract';
import { useTranslation } from 'react-i18next';
import { gibibytes, reading } from '../../../shared/format/figures.js';
import { ColumnTitle } from '../../../shared/ui/column-title.js';
import { Meter } from '../../../shared/ui/meter.js';
import { DevicePanel, type DeviceContext } from './device-panel.js';

function MountRow({ mount }: { mount: MountReading }) {
  const { t } = useTranslation();
  return (
    <>
      <div className="row">
        <span className="mono clipped">{mount.mountPoint}</span>
        <span className="spacer" />
        <span className="device-meter">
          <Meter percent={mount.usedPercent} label={mount.mountPoint} />
        </span>
      </div>
      <div className="row sub num">
        {mount.fileSystem}
        <span className="spacer" />
        {t('server.available')} {gibibytes(mount.availableBytes)} / {gibibytes(mount.totalBytes)} GiB
      </div>
    </>
  );
}

/** The mounts of the last sample, the fullest first. */
export function MountsPanel({ mounts, ...context }: DeviceContext & { mounts: MountReading[] }) {
  const { t } = useTranslation();
  return (
    <DevicePanel
      {...context}
      title={t('server.mounts')}
      kind="mounts"
      items={[...mounts].sort((a, b) => b.usedPercent - a.usedPercent)}
      nameOf={({ mountPoint }) => mountPoint}
      phoneRow={(mount) => <MountRow mount={mount} />}
      columns={[
        {
          key: 'mount',
          title: t('server.mount'),
          render: (_, { mountPoint }) => <span className="mono">{mountPoint}</span>,
        },
        { key: 'type', title: t('server.fileSystem'), dataIndex: 'fileSystem' },
        {
          key: 'total',
          title: <ColumnTitle name={t('server.total')} unit="GiB" />,
          align: 'right',
          render: (_, { totalBytes }) => gibibytes(totalBytes),
        },
        {
          key: 'free',
          title: <ColumnTitle name={t('server.available')} unit="GiB" />,
          align: 'right',
          render: (_, { availableBytes }) => gibibytes(availableBytes),
        },
        {
          key: 'inodes',
          title: <ColumnTitle name="inode" unit="%" />,
          align: 'right',
          render: (_, { inodesUsedPercent }) => reading(inodesUsedPercent),
        },
        {
          key: 'used',
          title: <ColumnTitle name={t('server.used')} unit="%" />,
          width: 130,
          render: (_, { usedPercent, mountPoint }) => <Meter percent={usedPercent} label={mountPoint} />,
        },
      ]}
    />
  );
}
