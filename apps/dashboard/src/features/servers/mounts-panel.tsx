import type { MountReading } from '@opsgauge/contract';
import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { gibibytes, percentDigits } from '../../shared/format/figures.js';
import { ColumnTitle } from '../../shared/ui/column-title.js';
import { Meter } from '../../shared/ui/meter.js';
import { Panel } from '../../shared/ui/panel.js';
import { useIsPhone } from '../../shared/ui/use-media.js';
import { MountRows } from './mount-rows.js';

/** The mounts of the last sample, the fullest first. */
export function MountsPanel({ mounts }: { mounts: MountReading[] }) {
  const { t } = useTranslation();
  const isPhone = useIsPhone();
  const sorted = [...mounts].sort((a, b) => b.usedPercent - a.usedPercent);
  if (isPhone && sorted.length)
    return (
      <Panel title={t('server.mounts')} isFlush>
        <MountRows mounts={sorted} />
      </Panel>
    );
  return (
    <Panel title={t('server.mounts')} isFlush>
      <Table<MountReading>
        size="small"
        pagination={false}
        rowKey="mountPoint"
        scroll={{ x: 520 }}
        dataSource={sorted}
        locale={{ emptyText: <span className="muted">{t('state.noData')}</span> }}
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
            render: (_, { inodesUsedPercent }) => percentDigits(inodesUsedPercent, 1),
          },
          {
            key: 'used',
            title: <ColumnTitle name={t('server.used')} unit="%" />,
            width: 150,
            render: (_, { usedPercent, mountPoint }) => <Meter percent={usedPercent} label={mountPoint} />,
          },
        ]}
      />
    </Panel>
  );
}
