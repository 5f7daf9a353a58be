import type { ServerDetail } from '@opsgauge/contract';
import type { ReactNode } from 'react';
import { AvailabilityStrip } from './availability-strip.js';
import { useChartView } from './charts/use-chart-view.js';
import { useCharts } from './charts/use-charts.js';
import { DisksPanel } from './devices/disks-panel.js';
import { InterfacesPanel } from './devices/interfaces-panel.js';
import { MountsPanel } from './devices/mounts-panel.js';
import { TargetsPanel } from './devices/targets-panel.js';
import { ReadingsPanel } from './readings/readings-panel.js';
import { ServerCharts } from './server-charts.js';

/** What is known of a server: its charts, its last 30 days, its devices, how well its agent sees. */
export function ServerBody({ server, inspections }: { server: ServerDetail; inspections: ReactNode }) {
  const charts = useCharts(server, useChartView());
  const context = { server, charts };
  const { mounts = [], disks = [], interfaces = [] } = server.latest?.devices ?? {};
  const targets = server.additional?.targets ?? [];
  return (
    <>
      <ServerCharts server={server} charts={charts} />
      <AvailabilityStrip serverId={server.id} />
      <div className="two-columns">
        <MountsPanel mounts={mounts} {...context} />
        <InterfacesPanel interfaces={interfaces} {...context} />
        <DisksPanel disks={disks} {...context} />
        {targets.length > 0 && <TargetsPanel targets={targets} {...context} />}
      </div>
      <ReadingsPanel server={server} />
      {inspections}
    </>
  );
}
