import type { DutyShift } from '@opsgauge/contract';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../shared/format/use-formats.js';
import { useNow } from '../../shared/time/clock.js';
import { pageAt } from './turning.js';
import { WallPanel } from './wall-panel.js';

const perPage = 3;
const everyMs = 12_000;

/** Who is on duty now, for what, and until when; three at a time. */
export function WallDuty({ shifts }: { shifts: readonly DutyShift[] | undefined }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useNow();
  const onDuty = (shifts ?? []).filter(({ from, to }) => Date.parse(from) <= now && Date.parse(to) > now);
  const { shown, ...turn } = pageAt(onDuty, perPage, everyMs, now);
  return (
    <WallPanel title={t('wall.duty')} turn={turn} className="wall-duty">
      {shifts && onDuty.length === 0 && <p className="wall-empty">{t('wall.nobodyOnDuty')}</p>}
      {shown.map(({ id, personName, phone, targetName, to }) => (
        <div key={id} className="wall-row">
          <b title={personName}>{personName}</b>
          {phone && <span className="num">{phone}</span>}
          <span className="wall-name">{targetName}</span>
          <span className="num">{t('wall.until', { time: formats.dateTime(to).slice(5) })}</span>
        </div>
      ))}
    </WallPanel>
  );
}
