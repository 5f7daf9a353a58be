import type { Fault } from '@opsgauge/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Clock } from '../../../shared/faults/clock.js';
import { FaultStateTag, SeverityTag } from '../../../shared/faults/fault-tags.js';
import { useFaultTitle } from '../../../shared/faults/use-fault-title.js';
import { useFormats } from '../../../shared/format/use-formats.js';
import { WindowList } from '../../../shared/ui/window-list.js';

const rowHeight = 110;

/** Faults as rows for a phone. */
export function FaultRows({ faults }: { faults: readonly Fault[] }) {
  const { t } = useTranslation();
  const titleOf = useFaultTitle();
  const formats = useFormats();
  return (
    <WindowList
      className="fault-rows"
      items={faults}
      keyOf={({ id }) => id}
      estimateHeight={() => rowHeight}
      render={(fault) => (
        <Link
          className="server-row"
          to={`/faults/${fault.id}`}
          aria-label={`${fault.number} ${titleOf(fault.title)}`}
        >
          <div className="row">
            <span className="link">{fault.number}</span>
            <SeverityTag severity={fault.severity} />
            <FaultStateTag state={fault.state} />
          </div>
          <b>{titleOf(fault.title)}</b>
          <div className="sub fault-place">
            <span>
              {[fault.serverName, fault.systemName, fault.assignee?.displayName ?? t('faultBoard.unassigned')]
                .filter(Boolean)
                .join(' · ')}
            </span>
            <span className="num">{formats.dateTime(fault.startAt).slice(5)}</span>
          </div>
          <div className="fault-clocks is-over">
            <Clock kind="response" clock={fault.response} />
            <Clock kind="repair" clock={fault.repair} />
          </div>
        </Link>
      )}
    />
  );
}
