import { useTranslation } from 'react-i18next';
import { useFormats } from '../../shared/format/use-formats.js';
import { useLive } from '../../shared/live/live-provider.js';
import { useNow } from '../../shared/time/clock.js';

/** The organisation's clock, and whether what stands on the page is live. */
export function LiveClock({ isShort = false }: { isShort?: boolean }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { state } = useLive();
  const now = useNow();
  const word = state === null ? 'connecting' : state.isConnected ? 'live' : 'lost';
  return (
    <span className={`live is-${word}`} title={formats.timeZone}>
      <i aria-hidden="true" />
      <span role="status" className={isShort && word === 'live' ? 'visually-hidden' : ''}>
        {t(`live.${word}`)}
      </span>
      <span>{formats.clockTime(now)}</span>
    </span>
  );
}
