const firstMs = 200;
const longestMs = 10_000;
const healthyMs = 30_000;

/** How long to wait before a process that has ended is started again: 0.2 s, doubling to 10 s. */
export class Backoff {
  #nextMs = firstMs;

  /**
   * @param {number} livedMs a process that lived for 30 s was well, and the waiting starts anew
   * @returns {number} milliseconds
   */
  next(livedMs) {
    if (livedMs >= healthyMs) this.#nextMs = firstMs;
    const delayMs = this.#nextMs;
    this.#nextMs = Math.min(delayMs * 2, longestMs);
    return delayMs;
  }
}
