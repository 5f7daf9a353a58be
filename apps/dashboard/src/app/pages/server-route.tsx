import { useParams } from 'react-router';
import { ServerFaultsPanel } from '../../features/faults/server-faults-panel.js';
import { InspectionsPanel } from '../../features/inspections/inspections-panel.js';
import { RequestInspectionButton } from '../../features/inspections/request-inspection-button.js';
import { ServerPage } from '../../features/servers/server-page.js';
import { useMay } from '../../shared/permissions.js';

/** One server with its faults and inspections. */
export function ServerRoute() {
  const { serverId = '' } = useParams();
  const mayInspect = useMay('requestInspections');
  return (
    <ServerPage
      key={serverId}
      serverId={serverId}
      actions={mayInspect && <RequestInspectionButton serverId={serverId} />}
      faults={<ServerFaultsPanel serverId={serverId} />}
      inspections={<InspectionsPanel serverId={serverId} />}
    />
  );
}
