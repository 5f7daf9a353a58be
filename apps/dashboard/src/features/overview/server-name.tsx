import type { Server } from '@opsgauge/contract';
import { Link } from 'react-router';
import { WaitingTag } from '../../shared/ui/waiting-tag.js';

/** Name and address, leading to the server's page. */
export function ServerName({ server }: { server: Server }) {
  return (
    <Link
      className="server-name"
      to={`/servers/${server.id}`}
      title={`${server.name} ${server.address ?? server.hostname}`}
    >
      <b>{server.name}</b>
      <WaitingTag server={server} />
      <span className="num clipped">{server.address ?? server.hostname}</span>
    </Link>
  );
}
