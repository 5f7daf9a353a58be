/**
 * When the next tick is due. Ticks stand on a grid that begins at the first one plus a random part of the interval, so
 * that a thousand agents that start together do not report together, and a late tick does not push the later ones.
 */
export class TickSchedule {
  #dueMs: number;
  #intervalMs: number;

  /**
   * @param firstMs when the first tick was, on a monotonic clock
   * @param phase 0 to 1: where in the interval the grid lies
   */
  constructor(firstMs: number, intervalMs: number, phase: number) {
    this.#intervalMs = intervalMs;
    this.#dueMs = firstMs + Math.max(0.1, phase) * intervalMs;
  }

  get intervalMs(): number {
    return this.#intervalMs;
  }

  /** The moment of the next tick at or after `nowMs`; ticks that were missed meanwhile are skipped, never made up. */
  nextDueMs(nowMs: number): number {
    if (nowMs > this.#dueMs + this.#intervalMs)
      this.#dueMs += Math.floor((nowMs - this.#dueMs) / this.#intervalMs) * this.#intervalMs;
    return this.#dueMs;
  }

  /** The tick that was due has been done. */
  advance(): void {
    this.#dueMs += this.#intervalMs;
  }

  /** Another interval from the tick just done on. */
  setInterval(intervalMs: number): void {
    if (intervalMs === this.#intervalMs) return;
    this.#dueMs += intervalMs - this.#intervalMs;
    this.#intervalMs = intervalMs;
  }
}
