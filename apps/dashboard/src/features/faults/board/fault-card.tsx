import type { Fault } from '@opsgauge/contract';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Clock } from '../../../shared/faults/clock.js';
import { SeverityTag } from '../../../shared/faults/fault-tags.js';
import { useFaultTitle } from '../../../shared/faults/use-fault-title.js';
import { useFormats } from '../../../shared/format/use-formats.js';
import { SystemLink } from '../../../shared/ui/system-link.js';
import { primaryAction, secondaryAction, subjectOf } from '../actions/offered-actions.js';
import type { Act } from '../actions/use-fault-actions.js';
import { FaultFlags, FaultNotes } from './fault-notes.js';

interface FaultCardProps {
  fault: Fault;
  isChosen: boolean;
  act: Act;
}

/** A fault on the board: what, where, since when, its two clocks, and the next step. */
export function FaultCard({ fault, isChosen, act }: FaultCardProps) {
  const { t } = useTranslation();
  const titleOf = useFaultTitle();
  const formats = useFormats();
  const { id, number, state, serverName, systemName, startAt, assignee } = fault;
  const [first, second] = [primaryAction(subjectOf(fault)), secondaryAction(subjectOf(fault))];
  return (
    <article
      className={`fault-card ${isChosen ? 'is-chosen' : ''}`}
      data-fault={number}
      aria-label={`${number} ${titleOf(fault.title)}`}
    >
      <div className="row">
        <Link to={`/faults/${id}`}>{number}</Link>
        <SeverityTag severity={fault.severity} />
        <FaultFlags fault={fault} />
        <span className="spacer" />
        <time className="muted num" dateTime={startAt} title={formats.dateTimeSeconds(startAt)}>
          {formats.dateTime(startAt).slice(5)}
        </time>
      </div>
      <p className="fault-title">{titleOf(fault.title)}</p>
      <div className="muted">
        {serverName && `${serverName} · `}
        <SystemLink id={fault.systemId} name={systemName} />
      </div>
      <FaultNotes fault={fault} />
      <div className={`fault-clocks ${state === 'repaired' ? 'is-over' : ''}`}>
        <Clock kind="response" clock={fault.response} />
        <Clock kind="repair" clock={fault.repair} />
      </div>
      <div className="row">
        <span className="muted clipped">{assignee?.displayName ?? t('faultBoard.unassigned')}</span>
        <span className="spacer" />
        {second && (
          <Button size="small" onClick={() => act(second, fault)}>
            {t(`faultAction.${second}`)}
          </Button>
        )}
        {first && (
          <Button
            size="small"
            type={first === 'acknowledge' ? 'primary' : 'default'}
            onClick={() => act(first, fault)}
          >
            {t(`faultAction.${first}`)}
          </Button>
        )}
      </div>
    </article>
  );
}
