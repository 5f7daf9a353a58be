const wrapAt = 2 ** 32;

/**
 * How far a counter moved. A counter of 32 bits that wrapped is followed over the edge; one that was set back (driver
 * reloaded, device replaced) gives `undefined`, because its movement is not known.
 */
export const counterDelta = (previous: number, current: number): number | undefined => {
  if (current >= previous) return current - previous;
  const wrapped = current + wrapAt - previous;
  return previous < wrapAt && wrapped < wrapAt / 2 ? wrapped : undefined;
};

/** Movements of several counters of one device since its previous reading. */
export interface Movement {
  seconds: number;
  /** In the order of the counters; `undefined` if any of them was set back. */
  deltas: number[] | undefined;
}

/** Remembers each device's last counters, and forgets a device that is gone. */
export class CounterMemory {
  #previous = new Map<string, number[]>();
  #current = new Map<string, number[]>();
  #previousAtMs = 0;
  #currentAtMs = 0;

  /** Opens a reading of all devices at `atMs`. */
  begin(atMs: number): void {
    this.#previous = this.#current;
    this.#previousAtMs = this.#currentAtMs;
    this.#current = new Map();
    this.#currentAtMs = atMs;
  }

  /** Notes a device's counters; its movement, or `undefined` for a device not seen in the reading before. */
  move(device: string, counters: number[]): Movement | undefined {
    this.#current.set(device, counters);
    const previous = this.#previous.get(device);
    const seconds = (this.#currentAtMs - this.#previousAtMs) / 1000;
    if (!previous || seconds <= 0) return undefined;
    const deltas = counters.map((value, index) => counterDelta(previous[index] ?? value, value));
    return {
      seconds,
      deltas: deltas.some((delta) => delta === undefined) ? undefined : (deltas as number[]),
    };
  }
}
