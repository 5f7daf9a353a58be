import type { InterfaceReading } from '@opsgauge/contract';
import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { megabits } from '../../shared/format/figures.js';
import { ColumnTitle } from '../../shared/ui/column-title.js';
import { Mark } from '../../shared/ui/mark.js';
import { Panel } from '../../shared/ui/panel.js';
import { useIsPhone } from '../../shared/ui/use-media.js';
import { InterfaceRows } from './interface-rows.js';

/** The network interfaces of the last sample, those that are up first. */
export function InterfacesPanel({ interfaces }: { interfaces: InterfaceReading[] }) {
  const { t } = useTranslation();
  const right = 'right' as const;
  const isPhone = useIsPhone();
  const sorted = [...interfaces].sort(
    (a, b) => Number(b.isUp) - Number(a.isUp) || a.name.localeCompare(b.name),
  );
  if (isPhone && sorted.length)
    return (
      <Panel title={t('server.interfaces')} isFlush>
        <InterfaceRows interfaces={sorted} />
      </Panel>
    );
  return (
    <Panel title={t('server.interfaces')} isFlush>
      <Table<InterfaceReading>
        size="small"
        pagination={false}
        rowKey="name"
        scroll={{ x: 520 }}
        dataSource={sorted}
        locale={{ emptyText: <span className="muted">{t('state.noData')}</span> }}
        columns={[
          {
            key: 'name',
            title: t('server.interface'),
            render: (_, { name, isUp }) => (
              <span className="status-label">
                <Mark
                  kind={isUp ? 'up' : 'unknown'}
                  size={12}
                  label={t(isUp ? 'server.interfaceUp' : 'server.interfaceDown')}
                />
                <span className="mono">{name}</span>
              </span>
            ),
          },
          {
            key: 'receive',
            title: <ColumnTitle name={t('metric.receive')} unit="Mb/s" />,
            align: right,
            render: (_, { receiveBytesPerSecond }) => megabits(receiveBytesPerSecond),
          },
          {
            key: 'transmit',
            title: <ColumnTitle name={t('metric.transmit')} unit="Mb/s" />,
            align: right,
            render: (_, { transmitBytesPerSecond }) => megabits(transmitBytesPerSecond),
          },
          {
            key: 'errors',
            title: <ColumnTitle name={t('server.errors')} unit={t('server.perSecond')} />,
            align: right,
            render: (_, { errorsPerSecond }) => errorsPerSecond.toFixed(1),
          },
          {
            key: 'drops',
            title: <ColumnTitle name={t('server.drops')} unit={t('server.perSecond')} />,
            align: right,
            render: (_, { dropsPerSecond }) => dropsPerSecond.toFixed(1),
          },
        ]}
      />
    </Panel>
  );
}
