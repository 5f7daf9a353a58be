import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { faultsQuery } from '../../shared/api/faults.js';
import { Clock } from '../../shared/faults/clock.js';
import { FaultStateTag, SeverityTag } from '../../shared/faults/fault-tags.js';
import { useFaultTitle } from '../../shared/faults/use-fault-title.js';
import { useFormats } from '../../shared/format/use-formats.js';
import { Panel } from '../../shared/ui/panel.js';
import './related-faults.css';
import './server-faults-panel.css';

const shownMax = 20;

/** A server's faults that are not over; nothing where there are none. */
export function ServerFaultsPanel({ serverId }: { serverId: string }) {
  const { t } = useTranslation();
  const titleOf = useFaultTitle();
  const formats = useFormats();
  const { data } = useQuery(faultsQuery({ serverId, isOver: false }, shownMax));
  if (!data?.items.length) return null;
  return (
    <Panel
      className="server-faults"
      title={`${t('serverFaults.title')} ${data.total}`}
      extra={<Link to={`/faults?view=list&state=all&server=${serverId}`}>{t('serverFaults.all')}</Link>}
      isFlush
    >
      <ul className="related-faults">
        {data.items.map((fault) => (
          <li key={fault.id}>
            <Link to={`/faults/${fault.id}`}>{fault.number}</Link>
            <SeverityTag severity={fault.severity} />
            <span className="muted num">{formats.dateTime(fault.startAt).slice(5)}</span>
            <span className="clipped">{titleOf(fault.title)}</span>
            <span className="spacer" />
            <FaultStateTag state={fault.state} />
            <span className="server-fault-clock">
              <Clock
                kind={fault.state === 'open' ? 'response' : 'repair'}
                clock={fault[fault.state === 'open' ? 'response' : 'repair']}
              />
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
