import type { Entry } from './frame.js';
import type { Segment } from './segment.js';

/** Records that were answered while others before them were not. */
export class AnsweredRecords {
  readonly #seqs = new Set<number>();

  get count(): number {
    return this.#seqs.size;
  }

  has(seq: number): boolean {
    return this.#seqs.has(seq);
  }

  add(seq: number): void {
    this.#seqs.add(seq);
  }

  /** Forgets one that is gone; tells whether it was there. */
  take(seq: number): boolean {
    return this.#seqs.delete(seq);
  }

  countBefore(seq: number): number {
    let count = 0;
    for (const answered of this.#seqs) if (answered < seq) count += 1;
    return count;
  }

  /**
   * Moves each segment's first unanswered record over what is answered.
   * @returns the last record that was passed, if any was
   */
  advance(segments: readonly Segment[]): Entry | undefined {
    let reached: Entry | undefined;
    for (const segment of segments) {
      while (segment.firstPending < segment.entries.length) {
        const entry = segment.entries[segment.firstPending]!;
        if (!this.#seqs.delete(entry.seq)) return reached;
        segment.firstPending += 1;
        reached = entry;
      }
    }
    return reached;
  }
}
