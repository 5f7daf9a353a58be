import type { Fault } from '@opsgauge/contract';
import { useTranslation } from 'react-i18next';
import { useFaultTitle } from '../../shared/faults/use-fault-title.js';
import { WallClock } from './wall-clock.js';

/** An open fault: what it is, where, whose, and how long is left. */
export function WallFault({ fault }: { fault: Fault }) {
  const { t } = useTranslation();
  const titleOf = useFaultTitle();
  const { state, number, systemName, serverName, title, assignee, response, repair } = fault;
  return (
    <article className={state === 'open' ? 'is-hot' : ''}>
      <b className="wall-title">
        {serverName} {titleOf(title)}
      </b>
      <div className="wall-row">
        <span className="num">{number}</span>
        <span className="wall-name">{systemName}</span>
        <span>{assignee?.displayName ?? t('wall.unassigned')}</span>
      </div>
      <div className="wall-clocks">
        <WallClock name={t('wall.response')} clock={response} />
        <WallClock name={t('wall.repair')} clock={repair} />
      </div>
    </article>
  );
}
