import type { InterfaceReading } from '@opsgauge/contract';
import { useTranslation } from 'react-i18next';
import { megabits } from '../../shared/format/figures.js';
import { Mark } from '../../shared/ui/mark.js';

/** The network interfaces as two-line rows for a phone. */
export function InterfaceRows({ interfaces }: { interfaces: InterfaceReading[] }) {
  const { t } = useTranslation();
  return interfaces.map((one) => (
    <div className="server-row device-row" key={one.name}>
      <div className="row">
        <Mark
          kind={one.isUp ? 'up' : 'unknown'}
          size={12}
          label={t(one.isUp ? 'server.interfaceUp' : 'server.interfaceDown')}
        />
        <span className="mono clipped">{one.name}</span>
        <span className="spacer" />
        <span className="num">
          {t('metric.receive')} {megabits(one.receiveBytesPerSecond)} · {t('metric.transmit')}{' '}
          {megabits(one.transmitBytesPerSecond)} Mb/s
        </span>
      </div>
      <div className="row sub num">
        {t('server.errors')} {one.errorsPerSecond.toFixed(1)} · {t('server.drops')}{' '}
        {one.dropsPerSecond.toFixed(1)} {t('server.perSecond')}
      </div>
    </div>
  ));
}
