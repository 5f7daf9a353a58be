import { Injectable } from '@nestjs/common';
import { dayMs, type Interval } from '@opsgauge/domain';
import type { FaultFact } from '../../faults/fault-facts.service.js';
import { MaintenanceCalendar } from '../../inventory/maintenance-calendar.service.js';

/** Looked at anew when it is over. */
const aheadMs = 31 * dayMs;

/** Maintenance silences messages, and hides no facts. */
@Injectable()
export class Silences {
  constructor(private readonly maintenance: MaintenanceCalendar) {}

  /** When the maintenance that goes on now ends at the targets of faults, by the fault's id. */
  async of(
    faults: readonly Pick<FaultFact, 'id' | 'systemId' | 'serverId'>[],
    nowMs: number,
  ): Promise<Map<string, number>> {
    const ends = await this.ends(nowMs);
    return new Map(
      faults.flatMap(({ id, systemId, serverId }): [string, number][] => {
        const own = [ends.get(systemId), ends.get(serverId ?? '')].filter((ms) => ms !== undefined);
        return own.length === 0 ? [] : [[id, Math.max(...own)]];
      }),
    );
  }

  /** By the id of the system or server it is of. */
  private async ends(nowMs: number): Promise<Map<string, number>> {
    const period: Interval = { fromMs: nowMs, toMs: nowMs + aheadMs };
    const [systems, servers] = await Promise.all([
      this.maintenance.ofSystems(period),
      this.maintenance.ofServers(period),
    ]);
    return new Map(
      [...systems, ...servers].flatMap(([id, windows]): [string, number][] => {
        const current = windows.filter(({ fromMs }) => fromMs <= nowMs).map(({ toMs }) => toMs);
        return current.length === 0 ? [] : [[id, Math.max(...current)]];
      }),
    );
  }
}
