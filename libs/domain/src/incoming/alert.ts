import type { FaultSeverity } from '../faults/types.js';

/** What another monitor tells of one thing that is wrong, whatever its format. */
export interface IncomingAlert {
  /** The same for the same thing wrong with the same target, every time it comes. */
  readonly fingerprint: string;
  /** The same for one time that it was wrong, from its beginning to its end. */
  readonly episode: string;
  readonly isFiring: boolean;
  readonly startedAtMs: number;
  /** Null while it is firing. */
  readonly endedAtMs: number | null;
  /** In the monitor's own words. */
  readonly text: string;
  /** In the monitor's own word; empty: it gave none. */
  readonly severityWord: string;
  /** All by which it may be known whose it is. */
  readonly labels: Readonly<Record<string, string>>;
  /** What the monitor holds together with others; null: nothing. */
  readonly groupKey: string | null;
}

/** What is remembered of the last time the alert came. */
export interface KnownAlert {
  readonly episode: string;
  readonly startedAtMs: number;
  readonly endedAtMs: number | null;
  readonly lastReceivedAtMs: number;
}

/** What becomes of an alert: a fault, one that counts as none, or that of a target nobody has named yet. */
export type AlertOutcome = 'fault' | 'ignored' | 'unassigned';

/** A monitor's word for how bad it is, as a fault; `ignored`: it is none. */
export type AlertSeverity = FaultSeverity | 'ignored';
