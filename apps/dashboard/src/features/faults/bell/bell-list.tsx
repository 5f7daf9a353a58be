import type { Fault } from '@opsgauge/contract';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFaultTitle } from '../../../shared/faults/use-fault-title.js';
import { useFormats } from '../../../shared/format/use-formats.js';
import type { useBrowserNotices } from './use-browser-notices.js';

const shownMax = 8;

interface BellListProps {
  faults: readonly Fault[];
  notices: ReturnType<typeof useBrowserNotices>;
  onChosen: () => void;
}

/** The faults that nobody has answered, and the switch of the browser's notifications. */
export function BellList({ faults, notices, onChosen }: BellListProps) {
  const { t } = useTranslation();
  const titleOf = useFaultTitle();
  const formats = useFormats();
  const { state, turn } = notices;
  return (
    <div className="bell-list">
      {faults.length === 0 && <p className="muted">{t('faultBell.none')}</p>}
      {faults.slice(0, shownMax).map(({ id, number, title, serverName, systemName, startAt }) => (
        <Link key={id} to={`/faults/${id}`} onClick={onChosen}>
          <span className="row">
            {number}
            <span className="spacer" />
            <span className="muted num">{formats.dateTime(startAt).slice(5)}</span>
          </span>
          <b>{titleOf(title)}</b>
          <span className="muted">{[serverName, systemName].filter(Boolean).join(' · ')}</span>
        </Link>
      ))}
      <footer className="row wrap">
        <Link to="/faults" onClick={onChosen}>
          {t('faultBell.all')}
        </Link>
        <span className="spacer" />
        {state === 'on' || state === 'off' ? (
          <Button size="small" onClick={() => void turn(state === 'off')}>
            {t(state === 'on' ? 'faultBell.turnOff' : 'faultBell.turnOn')}
          </Button>
        ) : (
          <span className="muted">{t(`faultBell.${state}`)}</span>
        )}
      </footer>
    </div>
  );
}
