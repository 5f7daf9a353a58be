import type { Acknowledgement, RecordResult, Report } from '@opsgauge/contract';
import { keepDeadLetter } from '../spool/dead-letters.js';
import type { StoredRecord } from '../spool/segment.js';
import type { Spool } from '../spool/spool.js';
import { reasonOf, type Log } from '../system/log.js';
import { agentVersion } from '../version.js';
import type { SeenClock } from '../collectors/clock.js';
import { readAcknowledgement } from './acknowledgement.js';
import type { HubAnswer, HubConnection } from './hub-connection.js';

/** How one report went. */
export type ReportOutcome =
  | { kind: 'delivered'; answered: number; acknowledgement: Acknowledgement }
  /** The body was too large for the hub: send fewer. */
  | { kind: 'too-large' }
  /** The hub does not know the credential (any more). */
  | { kind: 'refused' }
  | { kind: 'failed'; reason: string; retryAfterMs?: number };

/** Moments of the host, stated with each report so that the hub can correct a wrong clock. */
export interface HostClock {
  bootId: string;
  /** Throws where /proc is not readable. */
  monotonicMs(): number;
}

export interface ReporterParts {
  connection: HubConnection;
  spool: Spool;
  clock: HostClock;
  /** Told how far the hub's clock is from this host's. */
  seenClock: SeenClock;
  deadLetterFile: string;
  log: Log;
  /** Read for each request, so that a new enrolment takes effect without a restart. */
  credential(): string;
}

/** Sends records as one report and carries out what the hub answers for each. */
export class Reporter {
  constructor(private readonly parts: ReporterParts) {}

  /** @returns never rejects: whatever goes wrong is an outcome, and the records stay in the spool */
  async report(records: StoredRecord[], limitMs: number): Promise<ReportOutcome> {
    const { connection, credential } = this.parts;
    let answer: HubAnswer;
    const sentAtMs = Date.now();
    try {
      const text = this.#compose(records);
      answer = await connection.post({
        path: '/api/v1/agent/reports',
        text,
        credential: credential(),
        limitMs,
      });
    } catch (error) {
      return { kind: 'failed', reason: reasonOf(error) };
    }
    const { status, retryAfterMs, text } = answer;
    if (status === 401 || status === 403) return { kind: 'refused' };
    if (status === 413) return this.#tooLarge(records);
    if (status < 200 || status > 299)
      return { kind: 'failed', reason: `the hub answers ${status}`, retryAfterMs };
    try {
      const acknowledgement = readAcknowledgement(JSON.parse(text));
      this.#noteClock(sentAtMs, acknowledgement.receivedAt);
      const answered = await this.#settle(records, acknowledgement);
      if (answered === 0 && records.length > 0)
        return { kind: 'failed', reason: 'the hub answered for no record' };
      return { kind: 'delivered', answered, acknowledgement };
    } catch (error) {
      return {
        kind: 'failed',
        reason: `the answer of the hub cannot be read: ${reasonOf(error)}`.slice(0, 300),
      };
    }
  }

  /** As exact as half the way there and back. */
  #noteClock(sentAtMs: number, receivedAt: string): void {
    this.parts.seenClock.offsetMs = Math.round(Date.parse(receivedAt) - (sentAtMs + Date.now()) / 2);
  }

  #compose(records: StoredRecord[]): string {
    const { clock, spool } = this.parts;
    let monotonic: Pick<Report, 'sentBootId' | 'sentMonotonicMs'> = {};
    try {
      monotonic = { sentBootId: clock.bootId, sentMonotonicMs: clock.monotonicMs() };
    } catch {
      // The hub then corrects by `sentAt` alone.
    }
    const envelope: Omit<Report, 'samples'> = {
      sentAt: new Date().toISOString(),
      ...monotonic,
      agentVersion,
      droppedSamples: spool.droppedSamples,
    };
    // The records are JSON already; parsing them to write them again would be most of the work of catching up.
    return `${JSON.stringify(envelope).slice(0, -1)},"samples":[${records.map(({ payload }) => payload).join(',')}]}`;
  }

  async #settle(records: StoredRecord[], { results }: Acknowledgement): Promise<number> {
    const answered = new Set<number>();
    let rejected = 0;
    for (const result of results) {
      const record = records[result.index];
      // An answer that names another sample is for another sample.
      if (!record || (result.seq !== null && result.seq !== record.seq) || answered.has(record.seq)) continue;
      answered.add(record.seq);
      if (result.status !== 'rejected') continue;
      rejected += 1;
      await this.#bury(record, result.code, result.message);
    }
    if (rejected > 0) await this.parts.spool.countRejected(rejected);
    await this.parts.spool.acknowledge(answered);
    return answered.size;
  }

  /** A single record that is too large would be so for ever. */
  async #tooLarge(records: StoredRecord[]): Promise<ReportOutcome> {
    const [only] = records;
    if (records.length !== 1 || !only) return { kind: 'too-large' };
    await this.#bury(only, undefined, 'the hub answers 413 to this record alone');
    await this.parts.spool.countRejected(1);
    await this.parts.spool.acknowledge([only.seq]);
    return { kind: 'failed', reason: 'a record was too large for the hub' };
  }

  async #bury(record: StoredRecord, code: RecordResult['code'], message = ''): Promise<void> {
    const { deadLetterFile, log } = this.parts;
    log.warn('the hub rejected a sample', { seq: record.seq, code, reason: message.slice(0, 200) });
    await keepDeadLetter(deadLetterFile, record.payload, { code, message }).catch((error) =>
      log.warn('cannot keep the rejected sample', { reason: reasonOf(error) }),
    );
  }
}
