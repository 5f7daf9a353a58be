import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Report, RecordResult } from '@opsgauge/contract';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { ApplicationError } from '../platform/errors/application-error.js';
import { EventBus } from '../platform/event-bus.js';
import { inBackground } from '../platform/request-context.js';
import { applyReports, type PendingReport } from './apply-reports.js';
import { DiscontinuityStore } from './discontinuity-store.js';
import { markLate } from './hours/fold-marks.js';
import { IngestMetrics } from './ingest-metrics.js';
import { LatestStore } from './latest-store.js';
import { PlainBatches } from './plain-batches.service.js';
import { parseReport } from './report-parser.js';
import { ProbeIntake, type ArrivedResult } from './probes/probe-intake.service.js';
import { SampleDays } from './recent/sample-days.js';
import { sampleKey, SampleStore } from './recent/sample-store.js';

/** A batch is written at the latest this long after its first report, or when it is this large. */
const flushAfterMs = 20;
const flushRows = 2000;
/** More rows than this waiting: the hub is slower than its agents, and says so. */
const waitingRowsMax = 20_000;

/** PostgreSQL's code for a row that no partition takes. */
const noPartition = '23514';

interface Waiting {
  readonly report: PendingReport;
  readonly resolve: (results: RecordResult[]) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Takes reports in: parsed at the edge, gathered into micro-batches, written in one transaction each, answered after
 * the commit. Nothing is dropped silently: what cannot be taken is refused with a time to come back.
 */
@Injectable()
export class IngestService implements OnApplicationShutdown {
  private waiting: Waiting[] = [];
  private waitingRows = 0;
  private timer: NodeJS.Timeout | undefined;
  private writing: Promise<void> | undefined;

  constructor(
    private readonly database: Database,
    private readonly samples: SampleStore,
    private readonly plain: PlainBatches,
    private readonly latest: LatestStore,
    private readonly discontinuities: DiscontinuityStore,
    private readonly days: SampleDays,
    private readonly probes: ProbeIntake,
    private readonly bus: EventBus,
    private readonly clock: Clock,
    private readonly metrics: IngestMetrics,
  ) {
    metrics.queue(() => this.waitingRows);
  }

  /**
   * @returns an answer per record, in the order of the report
   * @throws ApplicationError `overloaded`; or the store's error, when nothing of the report was kept
   */
  accept(serverId: string, report: Report): Promise<RecordResult[]> {
    return this.metrics.report(() => this.take(serverId, report));
  }

  private async take(serverId: string, report: Report): Promise<RecordResult[]> {
    const receivedAtMs = this.clock.nowMs();
    const parsed = parseReport(report, receivedAtMs, (observedAtMs) =>
      this.days.canHold(observedAtMs, receivedAtMs),
    );
    if (this.waitingRows + parsed.records.length > waitingRowsMax) {
      throw new ApplicationError('overloaded', 'too many samples are waiting to be written', {
        retryAfterSeconds: 5,
      });
    }
    const pending: PendingReport = {
      serverId,
      receivedAtMs,
      clockOffsetMs: parsed.clockOffsetMs,
      agentVersion: report.agentVersion ?? null,
      droppedSamples: report.droppedSamples ?? 0,
      records: parsed.records,
    };
    const kept = await new Promise<RecordResult[]>((resolve, reject) => {
      this.enqueue({ report: pending, resolve, reject });
    });
    return [...kept, ...parsed.rejections].sort((a, b) => a.index - b.index);
  }

  /** Writes what is waiting before the database goes away. */
  async onApplicationShutdown(): Promise<void> {
    clearTimeout(this.timer);
    while (this.waiting.length > 0 || this.writing) await (this.writing ?? this.flush());
  }

  private enqueue(waiting: Waiting): void {
    this.waiting.push(waiting);
    this.waitingRows += waiting.report.records.length;
    if (this.writing) return;
    if (this.waitingRows >= flushRows) void this.flush();
    else this.timer ??= setTimeout(() => void this.flush(), flushAfterMs);
  }

  private flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const batch = this.waiting;
    this.waiting = [];
    this.waitingRows = 0;
    // A batch is of many requests.
    this.writing = inBackground(() => this.write(batch)).finally(() => {
      this.writing = undefined;
      if (this.waiting.length > 0) void this.flush();
    });
    return this.writing;
  }

  private async write(batch: readonly Waiting[]): Promise<void> {
    try {
      const { fresh, serverIds } = await this.store(batch.map(({ report }) => report));
      this.metrics.batch(batch.reduce((sum, { report }) => sum + report.records.length, 0));
      for (const { report, resolve } of batch) resolve(answers(report, fresh));
      this.bus.emit('samples.accepted', { serverIds });
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  }

  /** Tries a second time where a partition was let go since it was last seen. */
  private async store(reports: readonly PendingReport[]) {
    const moments = reports.flatMap(({ records }) => records.map(({ record }) => record.observedAtMs));
    await this.days.ensure(moments);
    const probed = await this.probes.prepare(reports);
    try {
      return await this.storeOnce(reports, probed);
    } catch (error) {
      if ((error as { code?: string }).code !== noPartition) throw error;
      this.days.forget();
      await this.days.ensure(moments);
      return this.storeOnce(reports, probed);
    }
  }

  private async storeOnce(reports: readonly PendingReport[], probed: readonly ArrivedResult[]) {
    const serverIds = [...new Set(reports.map(({ serverId }) => serverId))];
    const incoming = reports.flatMap(({ serverId, records }) =>
      records.map(({ record }) => ({ ...record, serverId })),
    );
    const written = probed.length === 0 ? await this.plain.write(reports, incoming) : null;
    if (written) return { fresh: written, serverIds };
    return this.database.transaction(async (client) => {
      const known = await this.latest.lock(client, serverIds);
      const fresh = await this.samples.insert(client, incoming);
      const { latest, discontinuities } = applyReports(known, reports, fresh);
      await this.latest.save(client, latest);
      for (const [serverId, sinceMs] of await this.probes.add(client, probed, fresh)) {
        discontinuities.set(serverId, Math.min(discontinuities.get(serverId) ?? Infinity, sinceMs));
      }
      await this.discontinuities.mark(client, discontinuities);
      await markLate(client, incoming);
      return { fresh, serverIds };
    });
  }
}

function answers({ serverId, records }: PendingReport, fresh: Set<string>): RecordResult[] {
  return records.map(({ index, record }) => {
    // Within one batch the same sample may come twice: the first is accepted, the others are its duplicates.
    const isFresh = fresh.delete(sampleKey(serverId, record.observedAtMs, record.sample.seq));
    return { index, seq: record.sample.seq, status: isFresh ? 'accepted' : 'duplicate' };
  });
}
