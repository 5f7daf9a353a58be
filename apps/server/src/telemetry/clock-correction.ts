/** A difference up to this is the network's, not a clock's. */
const toleranceMs = 2000;
/** What may remain after correction; see "Clocks" in the semantics. */
export const oldestAcceptedMs = 35 * 86_400_000;
export const furthestAheadMs = 5 * 60_000;

/** The clocks a report states for the moment it was sent, against the moment it came in. */
export interface ReportClock {
  readonly sentAtMs: number;
  readonly receivedAtMs: number;
  readonly sentBootId: string | undefined;
  readonly sentMonotonicMs: number | undefined;
}

/** How far the agent's clock is from the hub's; positive: behind. 0 within the tolerance. */
export function clockOffsetMs({ sentAtMs, receivedAtMs }: ReportClock): number {
  const offsetMs = receivedAtMs - sentAtMs;
  return Math.abs(offsetMs) <= toleranceMs ? 0 : offsetMs;
}

/**
 * The true time of a sample. Within the boot that sent the report its age is known by the monotonic clock, which no
 * clock change touches; samples of an earlier boot get the report's clock offset.
 *
 * @param observedAtMs when the sample was taken, by the agent's own clock
 */
export function correctedTimeMs(
  sample: { readonly bootId: string; readonly monotonicMs: number },
  observedAtMs: number,
  clock: ReportClock,
): number {
  if (clock.sentMonotonicMs !== undefined && clock.sentBootId === sample.bootId) {
    const trueMs = Math.round(clock.receivedAtMs - (clock.sentMonotonicMs - sample.monotonicMs));
    return Math.abs(trueMs - observedAtMs) <= toleranceMs ? observedAtMs : trueMs;
  }
  return observedAtMs + clockOffsetMs(clock);
}

/** Whether a corrected time can be believed at all. */
export const isTimeInRange = (correctedAtMs: number, nowMs: number): boolean =>
  correctedAtMs >= nowMs - oldestAcceptedMs && correctedAtMs <= nowMs + furthestAheadMs;
