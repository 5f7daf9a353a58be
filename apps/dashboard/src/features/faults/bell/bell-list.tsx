import type { Fault, FaultsResponse } from '@opsgauge/contract';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { BellFault } from './bell-fault.js';
import { BellRequests } from './bell-requests.js';
import type { useBrowserNotices } from './use-browser-notices.js';

const shownMax = 8;

interface BellListProps {
  faults: readonly Fault[];
  /** What waits for a decision, for those who decide. */
  undecided: FaultsResponse | undefined;
  notices: ReturnType<typeof useBrowserNotices>;
  onChosen: () => void;
}

/** What waits for the owner's decision, the faults that nobody has answered, and the switch of the browser's notifications. */
export function BellList({ faults, undecided, notices, onChosen }: BellListProps) {
  const { t } = useTranslation();
  const { state, turn } = notices;
  return (
    <div className="bell-list">
      {undecided && <BellRequests faults={undecided.items} total={undecided.total} onChosen={onChosen} />}
      <h3>{t('faultBell.unanswered')}</h3>
      {faults.length === 0 && <p className="muted">{t('faultBell.none')}</p>}
      {faults.slice(0, shownMax).map((fault) => (
        <BellFault key={fault.id} fault={fault} at={fault.startAt} onChosen={onChosen} />
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
