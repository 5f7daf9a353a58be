import { useParams } from 'react-router';
import { SystemPage } from '../../features/systems/system-page.js';

/** One system. */
export function SystemRoute() {
  const { systemId = '' } = useParams();
  return <SystemPage key={systemId} systemId={systemId} />;
}
