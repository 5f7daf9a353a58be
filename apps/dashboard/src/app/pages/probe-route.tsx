import { useParams } from 'react-router';
import { ProbePage } from '../../features/probes/probe-page.js';

/** The page of one probe; another probe begins with nothing of the last one. */
export function ProbeRoute() {
  const { probeId = '' } = useParams();
  return <ProbePage key={probeId} probeId={probeId} />;
}
