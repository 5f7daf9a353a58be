import type { Interval } from '../time/interval.js';

/** What a target was seen to be at an instant. */
export type Observation = 'up' | 'down' | 'unknown';

/** The observation with maintenance laid over it, and out-of-service over both. */
export type StatusClass = Observation | 'maintenance' | 'out-of-service';

/** Why an instant is read as it is. The order in which evidence decides is in `read-gap.ts`. */
export type Evidence =
  | 'samples'
  | 'boot'
  | 'soft-miss'
  | 'frozen'
  | 'agent-stopped'
  | 'probe'
  | 'hub-outage'
  | 'silence'
  | 'not-monitored'
  | 'components';

/** A stretch of time that one kind of evidence reads one way. */
export interface ObservedInterval extends Interval {
  readonly observation: Observation;
  readonly evidence: Evidence;
  /** Up, but its samples came late while the hub could be reached: the network between was at fault. */
  readonly isUnreachable: boolean;
}

/** An observed interval with its class. */
export interface ClassifiedInterval extends ObservedInterval {
  readonly class: StatusClass;
}

/** What status needs to know of one sample. Sources that cannot tell boot or run give null. */
export interface SampleFact {
  readonly seq: number;
  readonly runId: string | null;
  readonly bootId: string | null;
  /** Milliseconds since boot; null where the source has no such clock. */
  readonly monotonicMs: number | null;
  /** Corrected for the agent's clock offset. */
  readonly observedAtMs: number;
  readonly receivedAtMs: number;
  /** The agent's ordinary interval. */
  readonly intervalMs: number;
}

/** An independent probe's word on the same host over a stretch of time. */
export interface ProbedInterval extends Interval {
  readonly observation: 'up' | 'down';
}
