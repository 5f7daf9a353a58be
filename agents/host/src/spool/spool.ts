import { makePrivateFolder } from '../state/atomic-file.js';
import { readBootId } from '../system/boot.js';
import { createHostFiles } from '../system/host-files.js';
import { reasonOf, type Log } from '../system/log.js';
import { AnsweredRecords } from './answered-records.js';
import type { Entry, SampleNumber } from './frame.js';
import { HeldSamples } from './held-samples.js';
import { type Ledger, type Counters, type Watermark } from './ledger.js';
import type { Segment, StoredRecord } from './segment.js';
import { SegmentList } from './segment-list.js';
import { recoverSpool } from './recovery.js';
import { chooseEntries, countPendingBefore, isWantedIn, type ReadRange } from './spool-reading.js';

export interface SpoolLimits {
  bytesMax: number;
  recordsMax: number;
}

/** What tells one start of the agent from another; a test brings its own. */
export interface SpoolSurroundings {
  /** Milliseconds UTC, for the epochs. */
  now?: () => number;
  /** This boot of the host, as `readBootId` tells it; where it is `unreadableBoot` every start counts as one. */
  bootId?: string;
}

/**
 * Samples on disk until the hub has answered for each.
 *
 * A record is in the file before it can be read, hence before it can be sent; from then on a kill of the process costs
 * nothing. It is not waited for the disk at each record, which would be a fifth of the agent's work: a power cut may cost
 * the last half a minute of what the hub does not have yet. That no number the hub has seen is given out again after it,
 * each boot of the host begins a *new epoch*. Where the disk takes nothing, samples are held in memory under a new epoch
 * too and can be delivered from there, so that a full disk is seen on the hub while it lasts, and a number that could not
 * be written down is not given twice either. All calls are carried out one after the other.
 */
export class Spool {
  readonly #limits: SpoolLimits;
  readonly #log: Log;
  readonly #ledger: Ledger;
  readonly #segments: SegmentList;
  #next: SampleNumber;
  #watermark: Watermark | undefined;
  #counters: Counters;
  #areCountersWritten = true;
  readonly #answeredAhead = new AnsweredRecords();
  readonly #held = new HeldSamples();
  #isDiskFailing = false;
  /** Delivered in a moment as a rule: spares reading it back. */
  #newest: StoredRecord | undefined;
  #queue: Promise<unknown> = Promise.resolve();

  /** Opens the spool in `folder`, makes it where there is none, and passes over a torn end. */
  static async open(
    folder: string,
    limits: SpoolLimits,
    log: Log,
    { now = Date.now, bootId = readBootId(createHostFiles()) }: SpoolSurroundings = {},
  ): Promise<Spool> {
    makePrivateFolder(folder);
    const recovered = await recoverSpool(folder, log, { now, bootId });
    return new Spool(folder, limits, log, recovered, { now, bootId });
  }

  private constructor(
    folder: string,
    limits: SpoolLimits,
    log: Log,
    recovered: Awaited<ReturnType<typeof recoverSpool>>,
    private readonly surroundings: Required<SpoolSurroundings>,
  ) {
    this.#limits = limits;
    this.#log = log;
    this.#ledger = recovered.ledger;
    const { bytesMax } = limits;
    const { bootId } = surroundings;
    this.#segments = new SegmentList(
      { folder, bytesMax, bootId, log },
      recovered.segments,
      recovered.nextOrdinal,
    );
    this.#next = recovered.next;
    this.#watermark = recovered.watermark;
    this.#counters = recovered.counters;
  }

  /** Samples not answered yet. */
  get depth(): number {
    return this.#segments.pendingCount + this.#held.count - this.#answeredAhead.count;
  }

  /** Unanswered samples older than `seq`. */
  pendingBefore(seq: number): number {
    const waiting = countPendingBefore(this.#segments.all, seq) + this.#held.countBefore(seq);
    return waiting - this.#answeredAhead.countBefore(seq);
  }

  get droppedSamples(): number {
    return this.#counters.droppedSamples;
  }

  /** The seq the next sample will get. */
  get nextSeq(): number {
    return this.#next.seq;
  }

  get watermark(): Watermark | undefined {
    return this.#watermark;
  }

  /** Whether the disk refuses samples, so that they are held in memory. */
  get isDiskFailing(): boolean {
    return this.#isDiskFailing;
  }

  /**
   * Gives a sample its number and keeps it. Never fails: what the disk does not take is held in memory.
   * @param render makes the record's text from its number; called again with another number if the disk fails
   */
  append(render: (number: SampleNumber) => string): Promise<SampleNumber> {
    return this.#exclusively(async () => {
      if (await this.#storeHeld()) {
        const number = this.#next;
        if (await this.#store({ ...number, payload: render(number) })) {
          this.#next = { ...number, seq: number.seq + 1 };
          await this.#keepBounds();
          return number;
        }
      }
      const number = this.#next;
      this.#next = { ...number, seq: number.seq + 1 };
      const dropped = this.#held.add({ ...number, payload: render(number) });
      if (dropped > 0) {
        this.#counters.droppedSamples += dropped;
        this.#areCountersWritten = false;
      }
      return number;
    });
  }

  /** Unanswered records of a range, oldest first; at least one where there is any. */
  read(range: ReadRange): Promise<StoredRecord[]> {
    return this.#exclusively(async () => {
      const isWanted = isWantedIn(range, this.#answeredAhead);
      const records: StoredRecord[] = [];
      for (const { segment, entries } of chooseEntries(this.#segments.all, range, isWanted))
        records.push(...(await this.#readSegment(segment, entries)));
      return records.concat(this.#held.find(isWanted, range.recordsMax - records.length));
    });
  }

  /** The hub has answered for these; what lies before the first unanswered one is removed from the disk. */
  acknowledge(seqs: Iterable<number>): Promise<void> {
    return this.#exclusively(async () => {
      for (const seq of seqs)
        if (this.#held.has(seq) || this.#segments.isPending(seq)) this.#answeredAhead.add(seq);
      if (this.#advance()) await this.#removeAnswered();
    });
  }

  countRejected(count: number): Promise<void> {
    return this.#exclusively(async () => {
      this.#counters.rejectedSamples += count;
      await this.#writeCounters();
    });
  }

  /** Writes down what is only in memory and closes the files. */
  close(): Promise<void> {
    return this.#exclusively(async () => {
      await this.#storeHeld();
      if (!this.#areCountersWritten) await this.#writeCounters();
      this.#segments.seal();
      this.#ledger.close();
    });
  }

  #exclusively<T>(action: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(action);
    this.#queue = result.catch(() => undefined);
    return result;
  }

  async #readSegment(segment: Segment, entries: Entry[]): Promise<StoredRecord[]> {
    if (entries.length === 1 && this.#newest?.seq === entries[0]?.seq) return [this.#newest!];
    const records = segment.read(entries);
    if (!this.#segments.isLast(segment)) segment.close();
    if (records.length < entries.length) {
      const readable = new Set(records.map((record) => record.seq));
      for (const { seq } of entries) if (!readable.has(seq)) this.#answeredAhead.add(seq);
      this.#counters.droppedSamples += entries.length - records.length;
      this.#log.error('records in the spool are damaged', {
        file: segment.path,
        count: entries.length - records.length,
      });
      await this.#writeCounters();
      this.#advance();
    }
    return records;
  }

  async #storeHeld(): Promise<boolean> {
    for (let oldest = this.#held.oldest; oldest; oldest = this.#held.oldest) {
      if (!(await this.#store(oldest))) return false;
      this.#held.removeOldest();
    }
    return true;
  }

  async #store(record: StoredRecord): Promise<boolean> {
    try {
      if (await this.#segments.append(record)) await this.#removeAnswered();
      this.#newest = record;
      if (this.#isDiskFailing) this.#log.info('the disk takes samples again', { held: this.#held.count });
      this.#isDiskFailing = false;
      return true;
    } catch (error) {
      if (!this.#isDiskFailing) {
        this.#isDiskFailing = true;
        this.#next = { epoch: Math.max(this.surroundings.now(), this.#next.epoch + 1), seq: this.#next.seq };
        this.#log.error('the disk takes no samples; they are held in memory', { reason: reasonOf(error) });
      }
      return false;
    }
  }

  /** Lets go of what is held and answered, and moves the watermark over what is answered; tells whether it moved. */
  #advance(): boolean {
    // What is held was never promised to the disk: it may go out of order, and the watermark does not know of it.
    this.#held.release((seq) => this.#answeredAhead.take(seq));
    const reached = this.#answeredAhead.advance(this.#segments.all);
    if (!reached) return false;
    this.#watermark = {
      epoch: reached.epoch,
      seq: reached.seq,
      acknowledgedAt: new Date(this.surroundings.now()).toISOString(),
    };
    return true;
  }

  async #removeAnswered(): Promise<void> {
    try {
      if (this.#watermark) await this.#ledger.writeWatermark(this.#watermark, this.#segments.hasDone);
      await this.#segments.removeDone();
      if (!this.#areCountersWritten) await this.#writeCounters();
    } catch (error) {
      this.#log.warn('cannot write down what was delivered', { reason: reasonOf(error) });
    }
  }

  /** Drops whole segments from the oldest on while the spool is larger than it may be. */
  async #keepBounds(): Promise<void> {
    const { bytesMax, recordsMax } = this.#limits;
    while (this.#segments.bytes > bytesMax || this.depth > recordsMax) {
      const oldest = this.#segments.takeOldest();
      if (!oldest) return;
      const lost = oldest.entries
        .slice(oldest.firstPending)
        .filter(({ seq }) => !this.#answeredAhead.take(seq));
      this.#counters.droppedSamples += lost.length;
      this.#counters.droppedThroughSeq = oldest.entries.at(-1)?.seq ?? this.#counters.droppedThroughSeq;
      await this.#writeCounters();
      await oldest
        .remove()
        .catch((error) => this.#log.warn('cannot remove a segment', { reason: reasonOf(error) }));
      this.#log.warn('the spool is full; the oldest samples were dropped', { count: lost.length });
    }
  }

  async #writeCounters(): Promise<void> {
    try {
      await this.#ledger.writeCounters(this.#counters);
      this.#areCountersWritten = true;
    } catch {
      this.#areCountersWritten = false;
    }
  }
}
