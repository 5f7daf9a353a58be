import type { MaintenanceWindow } from '@opsgauge/contract';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../shared/format/use-formats.js';
import { useNow } from '../../shared/time/clock.js';
import { Mark } from '../../shared/ui/mark.js';
import { WallPanel } from './wall-panel.js';

const shownMax = 3;
const aheadMs = 7 * 86_400_000;

/** The maintenance under way and of the next seven days. */
export function WallMaintenance({ windows }: { windows: readonly MaintenanceWindow[] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useNow();
  const ahead = windows
    .filter(({ state }) => state === 'approved')
    .flatMap(({ id, targetName, occurrences }) => occurrences.map((one) => ({ ...one, id, targetName })))
    .filter(({ from, to }) => Date.parse(to) > now && Date.parse(from) < now + aheadMs)
    .sort((a, b) => a.from.localeCompare(b.from));
  return (
    <WallPanel title={t('wall.maintenance')} className="wall-maintenance">
      {ahead.length === 0 && <p className="wall-empty">{t('wall.noMaintenance')}</p>}
      {ahead.slice(0, shownMax).map(({ id, from, to, targetName }) => (
        <div key={`${id} ${from}`} className="wall-row">
          {Date.parse(from) <= now && <Mark kind="maintenance" />}
          <span className="wall-name">{targetName}</span>
          <span className="num">
            {formats.dateTime(from).slice(5)} – {formats.dateTime(to).slice(11)}
          </span>
        </div>
      ))}
    </WallPanel>
  );
}
