import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FileInPlace, writeFileAtomically } from '../state/atomic-file.js';
import type { SampleNumber } from './frame.js';

/** Up to where everything was answered. */
export interface Watermark extends SampleNumber {
  acknowledgedAt: string;
}

/** What the spool lost or could not deliver since the state was made. */
export interface Counters {
  /** Dropped because the spool was full, or damaged on the disk. */
  droppedSamples: number;
  /** Records up to this one are counted already, should their segment still be there. */
  droppedThroughSeq: number;
  rejectedSamples: number;
}

const noCounters: Counters = { droppedSamples: 0, droppedThroughSeq: -1, rejectedSamples: 0 };

const readObject = async (path: string): Promise<Record<string, unknown>> => {
  try {
    const value: unknown = JSON.parse(await readFile(path, 'utf8'));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
};

const counter = (value: unknown, ordinary: number): number =>
  Number.isSafeInteger(value) ? (value as number) : ordinary;

/** The two small files beside the segments. A file that is missing or damaged reads as nothing answered, none lost. */
export class Ledger {
  readonly #watermarkFile: string;
  readonly #watermarkInPlace: FileInPlace;
  readonly #countersFile: string;

  constructor(folder: string) {
    this.#watermarkFile = join(folder, 'watermark.json');
    this.#watermarkInPlace = new FileInPlace(this.#watermarkFile);
    this.#countersFile = join(folder, 'counters.json');
  }

  async readWatermark(): Promise<Watermark | undefined> {
    const { epoch, seq, acknowledgedAt } = await readObject(this.#watermarkFile);
    if (!Number.isSafeInteger(epoch) || !Number.isSafeInteger(seq)) return undefined;
    return { epoch: epoch as number, seq: seq as number, acknowledgedAt: String(acknowledgedAt) };
  }

  async readCounters(): Promise<Counters> {
    const found = await readObject(this.#countersFile);
    return {
      droppedSamples: counter(found.droppedSamples, noCounters.droppedSamples),
      droppedThroughSeq: counter(found.droppedThroughSeq, noCounters.droppedThroughSeq),
      rejectedSamples: counter(found.rejectedSamples, noCounters.rejectedSamples),
    };
  }

  /** A watermark lost in a power cut only means that samples are sent twice, so it need not be durable as a rule. */
  async writeWatermark(watermark: Watermark, isDurable: boolean): Promise<void> {
    const text = JSON.stringify(watermark);
    if (!isDurable) return this.#watermarkInPlace.write(text);
    // Another file takes its place.
    this.#watermarkInPlace.close();
    await writeFileAtomically(this.#watermarkFile, text);
  }

  close(): void {
    this.#watermarkInPlace.close();
  }

  writeCounters(counters: Counters): Promise<void> {
    return writeFileAtomically(this.#countersFile, JSON.stringify(counters));
  }
}
