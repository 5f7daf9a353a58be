import type { Probe } from '@opsgauge/contract';
import { Link } from 'react-router';
import { noValue } from '../../shared/format/figures.js';
import { SystemLink } from '../../shared/ui/system-link.js';

/** Of what a probe tells: a system, a server, or nothing of ours; each name opens its page. */
export function ProbeAbout({ probe: { systemId, systemName, serverId, serverName } }: { probe: Probe }) {
  if (serverId === null) return <SystemLink id={systemId} name={systemName} />;
  return (
    <>
      {systemId && (
        <>
          <SystemLink id={systemId} name={systemName} />
          {' · '}
        </>
      )}
      <Link to={`/servers/${serverId}`} title={serverName ?? noValue}>
        {serverName}
      </Link>
    </>
  );
}
