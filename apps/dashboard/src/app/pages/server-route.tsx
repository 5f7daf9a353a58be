import { useParams } from 'react-router';
import { InspectionsPanel } from '../../features/inspections/inspections-panel.js';
import { RequestInspectionButton } from '../../features/inspections/request-inspection-button.js';
import { ServerPage } from '../../features/servers/server-page.js';

/** One server with its inspections. */
export function ServerRoute() {
  const { serverId = '' } = useParams();
  return (
    <ServerPage
      key={serverId}
      serverId={serverId}
      actions={<RequestInspectionButton serverId={serverId} />}
      inspections={<InspectionsPanel serverId={serverId} />}
    />
  );
}
