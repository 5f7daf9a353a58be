import type { Server } from '@opsgauge/contract';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../shared/format/use-formats.js';
import { useNow } from '../../shared/time/clock.js';
import { Mark } from '../../shared/ui/mark.js';

/** Three answers missed: what is shown no longer is what is. */
const staleMs = 35_000;

interface WallHeaderProps {
  servers: readonly Server[];
  /** How many faults nobody has answered. */
  unanswered: number;
  /** When the servers were last read, on this browser's clock. */
  updatedAt: number;
  isByToken: boolean;
}

/** The title, the state of all in a sentence, whether it is live, and the clock. */
export function WallHeader({ servers, unanswered, updatedAt, isByToken }: WallHeaderProps) {
  const { t, i18n } = useTranslation();
  const formats = useFormats();
  const now = useNow();
  const isStale = updatedAt > 0 && Date.now() - updatedAt > staleMs;
  const down = servers.filter(({ status }) => status === 'down').length;
  const isCalm = down === 0 && unanswered === 0;
  const weekday = new Intl.DateTimeFormat(i18n.language, { weekday: 'long', timeZone: formats.timeZone });
  return (
    <header className="wall-header">
      <h1>{t('wall.title')}</h1>
      <span className="wall-product">{t('product.name')}</span>
      <span className={`wall-sentence ${isCalm ? 'is-calm' : 'is-hot'}`}>
        <Mark kind={isCalm ? 'up' : 'down'} />
        {isCalm ? t('wall.calm') : t('wall.trouble', { down, unanswered })}
      </span>
      <span className={`wall-live ${isStale ? 'is-stale' : ''}`} role="status">
        {isStale ? t('wall.stale', { time: formats.clockTime(updatedAt) }) : t('live.live')}
        {!isByToken && <small>{t('wall.byLogin')}</small>}
      </span>
      <time className="num">
        {formats.date(now)} {weekday.format(now)} <b>{formats.clockTime(now)}</b>
      </time>
    </header>
  );
}
