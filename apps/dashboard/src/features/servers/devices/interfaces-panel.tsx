import type { InterfaceReading } from '@opsgauge/contract';
import { useTranslation } from 'react-i18next';
import { megabits } from '../../../shared/format/figures.js';
import { ColumnTitle } from '../../../shared/ui/column-title.js';
import { Mark } from '../../../shared/ui/mark.js';
import { DevicePanel, type DeviceContext } from './device-panel.js';

function InterfaceName({ one: { name, isUp } }: { one: InterfaceReading }) {
  const { t } = useTranslation();
  const label = t(isUp ? 'server.interfaceUp' : 'server.interfaceDown');
  return (
    <span className="status-label">
      <Mark kind={isUp ? 'up' : 'unknown'} size={12} label={label} />
      <span className="mono clipped">{name}</span>
    </span>
  );
}

function InterfaceRow({ one }: { one: InterfaceReading }) {
  const { t } = useTranslation();
  return (
    <>
      <div className="row">
        <InterfaceName one={one} />
        <span className="spacer" />
        <span className="num">
          {t('metric.receive')} {megabits(one.receiveBytesPerSecond)} · {t('metric.transmit')}{' '}
          {megabits(one.transmitBytesPerSecond)} Mb/s
        </span>
      </div>
      <div className="row sub num">
        {t('server.errors')} {one.errorsPerSecond.toFixed(1)} · {t('server.drops')}{' '}
        {one.dropsPerSecond.toFixed(1)} {t('chartUnit.packetsPerSecond')}
      </div>
    </>
  );
}

/** The network interfaces of the last sample, those that are up first. */
export function InterfacesPanel({
  interfaces,
  ...context
}: DeviceContext & { interfaces: InterfaceReading[] }) {
  const { t } = useTranslation();
  const right = 'right' as const;
  return (
    <DevicePanel
      {...context}
      title={t('server.interfaces')}
      kind="interfaces"
      items={[...interfaces].sort((a, b) => Number(b.isUp) - Number(a.isUp) || a.name.localeCompare(b.name))}
      nameOf={({ name }) => name}
      phoneRow={(one) => <InterfaceRow one={one} />}
      columns={[
        { key: 'name', title: t('server.interface'), render: (_, one) => <InterfaceName one={one} /> },
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
          title: <ColumnTitle name={t('server.errors')} unit={t('chartUnit.packetsPerSecond')} />,
          align: right,
          render: (_, { errorsPerSecond }) => errorsPerSecond.toFixed(1),
        },
        {
          key: 'drops',
          title: <ColumnTitle name={t('server.drops')} unit={t('chartUnit.packetsPerSecond')} />,
          align: right,
          render: (_, { dropsPerSecond }) => dropsPerSecond.toFixed(1),
        },
      ]}
    />
  );
}
