import type { FaultDetail } from '@opsgauge/contract';
import { chartOf } from './fault-chart.js';
import { FaultProbeChart } from './fault-probe-chart.js';
import { FaultSampleChart } from './fault-sample-chart.js';

/** What was measured around the fault, with its span shaded; nothing for a fault of no server and no probe. */
export function FaultChartPanel({ fault }: { fault: FaultDetail }) {
  const chart = chartOf(fault);
  if (chart === null) return null;
  if (chart.kind === 'probe') return <FaultProbeChart fault={fault} probeId={chart.probeId} />;
  return fault.serverId && <FaultSampleChart fault={fault} serverId={fault.serverId} chart={chart} />;
}
