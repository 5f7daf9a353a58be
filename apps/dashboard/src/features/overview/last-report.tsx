import type { Server } from '@opsgauge/contract';
import { RelativeTime } from '../../shared/ui/relative-time.js';

/** How long ago the server was last heard of, in its status' colour once it is silent. */
export function LastReport({ server }: { server: Server }) {
  const isSilent = server.status === 'down' || server.status === 'unknown';
  return (
    <span className={isSilent ? `${server.status}-text` : 'secondary'}>
      <RelativeTime moment={server.lastReportAt} />
    </span>
  );
}
