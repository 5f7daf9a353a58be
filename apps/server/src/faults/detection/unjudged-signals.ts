import { targetId } from './condition-store.js';
import type { TargetSignals } from './signal-sources.js';

type OneSignal = TargetSignals['signals'][number];
interface Unjudged {
  readonly target: TargetSignals['target'];
  readonly signals: Map<string, OneSignal>;
}

/**
 * The newest signal of each thing that this process has seen and not judged: another process had its turn, or the look
 * failed. Some signals come once a day only, and are not to be lost for that.
 */
export class UnjudgedSignals {
  private readonly byTarget = new Map<string, Unjudged>();

  /** @param seen later than what was seen before, or as late */
  add(seen: readonly TargetSignals[]): void {
    for (const { target, signals } of seen) {
      const known = this.byTarget.get(targetId(target)) ?? { target, signals: new Map<string, OneSignal>() };
      this.byTarget.set(targetId(target), known);
      for (const signal of signals) known.signals.set(keyOf(signal), signal);
    }
  }

  /** @param isWatched of the others nothing is told, nor kept */
  list(isWatched: (target: TargetSignals['target']) => boolean): TargetSignals[] {
    for (const [id, { target }] of this.byTarget) if (!isWatched(target)) this.byTarget.delete(id);
    return [...this.byTarget.values()].map(({ target, signals }) => ({
      target,
      signals: [...signals.values()],
    }));
  }

  /** These were judged, and what came of it is stored. */
  settle(judged: readonly TargetSignals[]): void {
    for (const { target, signals } of judged) {
      const known = this.byTarget.get(targetId(target));
      if (!known) continue;
      for (const signal of signals) {
        if (known.signals.get(keyOf(signal)) === signal) known.signals.delete(keyOf(signal));
      }
      if (known.signals.size === 0) this.byTarget.delete(targetId(target));
    }
  }
}

const keyOf = ({ name, subject }: OneSignal): string => `${name}:${subject}`;
