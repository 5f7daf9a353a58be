import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { escalationOf } from '@opsgauge/domain';
import { FaultFacts, type FaultClocks } from '../../faults/fault-facts.service.js';
import { Clock } from '../../platform/clock.js';
import { CONFIGURATION, type Configuration } from '../../platform/configuration/configuration.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { NoticeStore } from './notice-store.js';
import { NoticeWriter, type SaidDeed } from './notice-writer.service.js';

/** The job that watches the clocks of faults. */
export const escalateJob = 'escalate-faults';

/**
 * Drives people while the clocks of a fault run. It reads the clocks anew each time, so that suspensions, answers and
 * changes of a contract need no further care, and a hub that was away makes up for it.
 */
@Injectable()
export class Escalations implements OnModuleInit {
  constructor(
    private readonly faults: FaultFacts,
    private readonly writer: NoticeWriter,
    private readonly notices: NoticeStore,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  onModuleInit(): void {
    this.jobs.schedule(escalateJob, '*/15 * * * * *', this.configuration.timeZone, () => this.escalate());
  }

  /** Tells of every step that a clock has come to and nobody was told of. */
  async escalate(): Promise<void> {
    const nowMs = this.clock.nowMs();
    const due = (await this.faults.runningClocks()).flatMap((clocks) => stepsOf(clocks, nowMs));
    if (due.length === 0) return;
    const known = await this.notices.knownKeys(due.map(({ key }) => key));
    const fresh = due.filter(({ key }) => !known.has(key));
    if (fresh.length > 0) await this.writer.write(fresh);
  }
}

const stepsOf = (clocks: FaultClocks, atMs: number): SaidDeed[] =>
  (['response', 'repair'] as const).flatMap((clock): SaidDeed[] => {
    const { elapsedMs, limitMs, fromMs } = clocks[clock];
    const escalation = escalationOf(clock, clocks[clock]);
    if (!escalation) return [];
    const { faultId } = clocks;
    return [
      {
        // A fault that came back runs anew.
        key: `escalation:${faultId}:${clock}:${fromMs}:${escalation.step}`,
        faultId,
        kind: clock === 'response' ? 'responseEscalation' : 'repairEscalation',
        atMs,
        said: { actorName: null, note: null, isApproved: null, amendment: null, elapsedMs, limitMs },
      },
    ];
  });
