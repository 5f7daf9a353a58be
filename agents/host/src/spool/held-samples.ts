import type { StoredRecord } from './segment.js';

/** An hour at the ordinary interval. */
const heldMax = 360;

/** Samples in memory while the disk takes none. They may be delivered from here, in any order. */
export class HeldSamples {
  #records: StoredRecord[] = [];

  get count(): number {
    return this.#records.length;
  }

  get oldest(): StoredRecord | undefined {
    return this.#records[0];
  }

  /** @returns how many had to be dropped for it */
  add(record: StoredRecord): number {
    this.#records.push(record);
    return this.#records.splice(0, this.#records.length - heldMax).length;
  }

  removeOldest(): void {
    this.#records.shift();
  }

  has(seq: number): boolean {
    return this.#records.some((record) => record.seq === seq);
  }

  countBefore(seq: number): number {
    return this.#records.filter((record) => record.seq < seq).length;
  }

  find(isWanted: (seq: number) => boolean, recordsMax: number): StoredRecord[] {
    return this.#records.filter((record) => isWanted(record.seq)).slice(0, Math.max(0, recordsMax));
  }

  /** Lets go of those that `isDone` says are. */
  release(isDone: (seq: number) => boolean): void {
    this.#records = this.#records.filter((record) => !isDone(record.seq));
  }
}
