import { Inject, Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { clipAll, type Interval } from '@opsgauge/domain';
import { type FindOptionsWhere, IsNull, LessThan, MoreThan, Not, Repository } from 'typeorm';
import { CONFIGURATION, type Configuration } from '../platform/configuration/configuration.js';
import { MaintenanceWindow } from './maintenance-window.entity.js';
import { windowOccurrences } from './window-occurrences.js';

const keptMax = 1000;

/** When servers and systems are in maintenance: what was approved, recurring windows expanded. */
@Injectable()
export class MaintenanceCalendar {
  /** Expanding a rule costs more than reading its row, and pages ask several times a second. */
  private readonly kept = new Map<string, Interval[]>();

  constructor(
    @InjectRepository(MaintenanceWindow) private readonly windows: Repository<MaintenanceWindow>,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  /** The windows of all servers within the period, by server; what overlaps is not merged. */
  ofServers(period: Interval): Promise<Map<string, Interval[]>> {
    return this.ofAll('serverId', period);
  }

  /** As `ofServers`, of systems. */
  ofSystems(period: Interval): Promise<Map<string, Interval[]>> {
    return this.ofAll('systemId', period);
  }

  private async ofAll(kind: 'serverId' | 'systemId', period: Interval): Promise<Map<string, Interval[]>> {
    const byTarget = new Map<string, Interval[]>();
    for (const window of await this.overlapping({ [kind]: Not(IsNull()) }, period)) {
      const known = byTarget.get(window[kind]!) ?? [];
      byTarget.set(window[kind]!, [...known, ...clipAll(this.occurrences(window), period)]);
    }
    return byTarget;
  }

  /** The times of a window, in order. */
  occurrences(window: MaintenanceWindow): Interval[] {
    const { timeZone } = this.configuration;
    if (window.recurrence === null) return windowOccurrences(window, timeZone);
    const { id, recurrence, fromAt, toAt, firstToAt, cancelledAt } = window;
    const key = JSON.stringify([id, recurrence, fromAt, toAt, firstToAt, cancelledAt]);
    let expanded = this.kept.get(key);
    if (!expanded) {
      if (this.kept.size >= keptMax) this.kept.clear();
      expanded = windowOccurrences(window, timeZone);
      this.kept.set(key, expanded);
    }
    return expanded;
  }

  private overlapping(
    target: FindOptionsWhere<MaintenanceWindow>,
    period: Interval,
  ): Promise<MaintenanceWindow[]> {
    return this.windows.findBy({
      ...target,
      state: 'approved',
      fromAt: LessThan(new Date(period.toMs)),
      toAt: MoreThan(new Date(period.fromMs)),
    });
  }
}
