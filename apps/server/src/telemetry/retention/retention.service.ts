import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { CONFIGURATION, type Configuration } from '../../platform/configuration/configuration.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { ProbeRetention } from '../probes/probe-retention.service.js';
import { HourRetention } from './hour-retention.service.js';
import { RecentRetention } from './recent-retention.service.js';

/** Makes room every hour: partitions ahead for what comes, none for what is over. */
@Injectable()
export class RetentionService implements OnModuleInit {
  constructor(
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly recent: RecentRetention,
    private readonly hours: HourRetention,
    private readonly probes: ProbeRetention,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  onModuleInit(): void {
    this.jobs.schedule('retention', '17 * * * *', this.configuration.timeZone, () => this.run());
  }

  async run(): Promise<void> {
    const nowMs = this.clock.nowMs();
    await this.recent.run(nowMs);
    await this.hours.run(nowMs);
    await this.probes.run(nowMs);
  }
}
