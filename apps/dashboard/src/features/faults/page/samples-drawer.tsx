import type { FaultDetail } from '@opsgauge/contract';
import { Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../shared/format/use-formats.js';
import { RawSamples } from '../../../shared/samples/raw-samples.js';
import { useAddress } from '../../../shared/ui/use-address.js';
import { useEvidencePeriod } from './use-evidence-period.js';

interface SamplesDrawerProps {
  fault: FaultDetail;
  serverId: string;
  isOpen: boolean;
}

/** The raw samples of the server around a fault. That it is open stands in the address, so that it can be cited. */
export function SamplesDrawer({ fault, serverId, isOpen }: SamplesDrawerProps) {
  const { t } = useTranslation();
  const { dateTimeSeconds } = useFormats();
  const { change } = useAddress();
  const period = useEvidencePeriod(fault);
  const close = () =>
    change((known) => {
      known.delete('samples');
      return known;
    });
  return (
    <Drawer
      open={isOpen}
      onClose={close}
      size={640}
      destroyOnHidden
      title={t('faultEvidence.samplesOf', { name: fault.serverName })}
    >
      <p className="muted num">
        {dateTimeSeconds(period.from)} – {dateTimeSeconds(period.to)}
      </p>
      <RawSamples serverId={serverId} interval={period} />
    </Drawer>
  );
}
