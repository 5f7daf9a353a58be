import { Injectable, type OnModuleInit } from '@nestjs/common';
import { noticeOf, type FaultAction } from '@opsgauge/domain';
import { FaultFacts } from '../../faults/fault-facts.service.js';
import { faultNoticeJob, type FaultNotice } from '../../faults/fault-notice.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { NoticeWriter, type SaidDeed } from './notice-writer.service.js';

/** What the owner decided. */
const isApproved: Partial<Record<FaultAction, boolean>> = {
  approveSuspension: true,
  approveExclusion: true,
  refuse: false,
};

/** Hears of every entry of every fault's timeline, many at once. */
@Injectable()
export class FaultNotices implements OnModuleInit {
  constructor(
    private readonly faults: FaultFacts,
    private readonly writer: NoticeWriter,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.handleTogether<FaultNotice>(faultNoticeJob, (all) => this.hear(all));
  }

  private async hear(all: readonly FaultNotice[]): Promise<void> {
    const told = all.filter(({ kind }) => noticeOf(kind) !== null);
    if (told.length === 0) return;
    const entries = new Map(
      (await this.faults.entries(told.map(({ eventId }) => eventId))).map((entry) => [entry.id, entry]),
    );
    const deeds = told.flatMap(({ faultId, eventId, kind }): SaidDeed[] => {
      const entry = entries.get(eventId);
      const notice = noticeOf(kind);
      if (!entry || !notice) return [];
      const { actorName, party, note, atMs } = entry;
      const said = {
        // What the hub does is nobody's deed.
        actorName: party === 'platform' ? null : actorName,
        note: note === '' ? null : note,
        isApproved: isApproved[kind] ?? null,
        elapsedMs: null,
        limitMs: null,
      };
      return [{ key: `event:${eventId}`, faultId, kind: notice, atMs, said }];
    });
    await this.writer.write(deeds);
  }
}
