import { Injectable, type OnModuleInit } from '@nestjs/common';
import { givesNotice, noticeOf, type FaultAction, type FaultSeverity } from '@opsgauge/domain';
import { FaultFacts, type FaultEntryFact } from '../../faults/fault-facts.service.js';
import { faultNoticeJob, type FaultNotice } from '../../faults/fault-notice.js';
import { instantText } from '../../platform/clock.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import type { Amendment, NoticeDetail } from './notice-detail.js';
import { NoticeWriter, type SaidDeed } from './notice-writer.service.js';

/** What the owner decided. */
const isApproved: Partial<Record<FaultAction, boolean>> = {
  approveSuspension: true,
  approveExclusion: true,
  refuse: false,
};

const requests: Partial<Record<FaultAction, NoticeDetail['request']>> = {
  requestSuspension: 'suspension',
  approveSuspension: 'suspension',
  requestExclusion: 'exclusion',
  approveExclusion: 'exclusion',
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

  /**
   * Jobs that failed come again after those of later entries: so what came later is heard with what came before, and
   * nobody is left with the news that a fault began of which he was never told that it is over.
   */
  private async hear(all: readonly FaultNotice[]): Promise<void> {
    const told = all.filter(({ kind }) => givesNotice(kind));
    if (told.length === 0) return;
    const entries = await this.faults.entriesSince(told.map(({ eventId }) => eventId));
    await this.writer.write(entries.flatMap(deedOf));
  }
}

function deedOf(entry: FaultEntryFact): SaidDeed[] {
  const { id, faultId, action, toState, party, actorName, note, atMs, askedBy } = entry;
  const kind = noticeOf(action, toState);
  if (!kind) return [];
  const said = {
    // What the hub does is nobody's deed.
    actorName: party === 'platform' ? null : actorName,
    note: note === '' ? null : note,
    request: requests[askedBy ?? action] ?? null,
    isApproved: isApproved[action] ?? null,
    amendment: kind === 'amended' ? (amendments[action]?.(entry) ?? null) : null,
    elapsedMs: null,
    limitMs: null,
  };
  return [{ key: `event:${id}`, faultId, kind, atMs, said }];
}

/** Of each deed that gives such a notice, what it changed. */
const amendments: Partial<Record<FaultAction, (entry: FaultEntryFact) => Amendment>> = {
  changeSeverity: ({ payload }) => ({ kind: 'severity', severity: payload['severity'] as FaultSeverity }),
  declareMajor: ({ payload }) => ({ kind: 'major', isMajor: payload['isMajor'] as boolean }),
  merge: ({ intoNumber }) => ({ kind: 'merged', intoNumber: intoNumber ?? '' }),
  repair: ({ payload }) => ({
    kind: 'repairEntered',
    repairedAt: instantText(payload['repairedMs'] as number),
  }),
};
