import type { MountReading } from '@opsgauge/contract';
import { useTranslation } from 'react-i18next';
import { gibibytes } from '../../shared/format/figures.js';
import { Meter } from '../../shared/ui/meter.js';

/** The mounts as two-line rows for a phone. */
export function MountRows({ mounts }: { mounts: MountReading[] }) {
  const { t } = useTranslation();
  return mounts.map(({ mountPoint, fileSystem, totalBytes, availableBytes, usedPercent }) => (
    <div className="server-row device-row" key={mountPoint}>
      <div className="row">
        <span className="mono clipped">{mountPoint}</span>
        <span className="spacer" />
        <span className="device-meter">
          <Meter percent={usedPercent} label={mountPoint} />
        </span>
      </div>
      <div className="row sub num">
        {fileSystem}
        <span className="spacer" />
        {t('server.available')} {gibibytes(availableBytes)} / {gibibytes(totalBytes)} GiB
      </div>
    </div>
  ));
}
