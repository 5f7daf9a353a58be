import { Injectable, type OnModuleInit } from '@nestjs/common';
import { diskFullInDays } from '@opsgauge/domain';
import { Clock } from '../../platform/clock.js';
import { LatestStore } from '../../telemetry/latest-store.js';
import { DailyDisk } from '../../telemetry/reading/daily-disk.service.js';
import { SignalSources, type TargetSignals } from './signal-sources.js';

const dayMs = 86_400_000;
/** What was longer ago tells little of how a disk fills now. */
const windowMs = 14 * dayMs;
/** A trend of days does not change from one minute to the next. */
const everyMs = 3_600_000;

/** Tells in how many days disks are full, from the days that are summed up and how full they are now. */
@Injectable()
export class DiskTrends implements OnModuleInit {
  private nextMs = 0;

  constructor(
    private readonly daily: DailyDisk,
    private readonly latest: LatestStore,
    private readonly sources: SignalSources,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.sources.add(() => this.read());
  }

  private async read(): Promise<TargetSignals[]> {
    const nowMs = this.clock.nowMs();
    if (nowMs < this.nextMs) return [];
    this.nextMs = nowMs + everyMs;
    const days = await this.daily.ofAll({ fromMs: nowMs - windowMs, toMs: nowMs });
    return (await this.latest.list()).flatMap(({ serverId, metrics, fact }): TargetSignals[] => {
      const usedPercent = metrics.diskUsedPercent;
      if (usedPercent === undefined) return [];
      const value = diskFullInDays([...(days.get(serverId) ?? []), { atMs: fact.observedAtMs, usedPercent }]);
      // Longer than anybody asks for, so that a disk that no longer fills is seen to be over it.
      const signal = { name: 'diskFullInDays', subject: '', value: value ?? 36_500, atMs: nowMs } as const;
      return [{ target: { serverId }, signals: [{ ...signal, vouchedMs: 3 * everyMs }] }];
    });
  }
}
