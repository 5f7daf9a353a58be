const firstMs = 500;
/** Short enough that a hub that is back hears of every server within half a minute. */
const capMs = 30_000;
const refusedMs = 60_000;
const retryAfterMaxMs = 15 * 60_000;

/** How long to stay away after failures: doubling, full jitter, so that a thousand agents do not come back as one. */
export class Backoff {
  #failures = 0;

  /** @param random from 0 up to 1 */
  constructor(private readonly random: () => number = Math.random) {}

  succeeded(): void {
    this.#failures = 0;
  }

  /**
   * Milliseconds to wait after one more failure.
   * @param retryAfterMs what the hub asked for: never less is waited, and a little more at random
   */
  failed(retryAfterMs?: number): number {
    this.#failures = Math.min(this.#failures + 1, 16);
    const jitterMs = this.random() * Math.min(capMs, firstMs * 2 ** this.#failures);
    if (retryAfterMs === undefined) return jitterMs;
    const asked = Math.min(retryAfterMs, retryAfterMaxMs);
    return asked + this.random() * Math.min(asked, 5_000);
  }

  /** The credential is refused: the hub is well, an administrator has to act. About a minute. */
  refused(): number {
    return refusedMs * (0.75 + this.random() / 2);
  }
}
