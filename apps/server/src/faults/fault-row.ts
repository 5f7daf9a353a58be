import type { FaultTitle } from '@opsgauge/contract';
import type { FaultAction, FaultEvent, FaultParty, FaultSeverity, FaultState } from '@opsgauge/domain';

/** What a fault is about; it never changes. */
export interface FaultOrigin {
  readonly id: string;
  readonly systemId: string;
  readonly serverId: string | null;
  readonly componentId: string | null;
  /** Null: no machine looks after it. */
  readonly conditionKey: string | null;
  readonly ruleId: string | null;
  readonly source: 'machine' | 'person';
  readonly title: FaultTitle;
  readonly evidence: Readonly<Record<string, unknown>>;
}

/** A row of `fault`: what it is about, and what its timeline comes to for lists to be searched by. */
export interface FaultRow extends Record<string, unknown> {
  readonly id: string;
  readonly system_id: string;
  readonly server_id: string | null;
  readonly component_id: string | null;
  readonly condition_key: string | null;
  readonly rule_id: string | null;
  readonly number: string;
  readonly source: 'machine' | 'person';
  readonly title: FaultTitle;
  readonly evidence: Record<string, unknown>;
  readonly severity: FaultSeverity;
  readonly state: FaultState;
  readonly start_at: Date;
  readonly detected_at: Date;
  readonly recovered_at: Date | null;
  /** When its own condition was over, whatever it counts as part of; null: it lasts, or there is none. */
  readonly condition_ended_at: Date | null;
}

/** A row of `fault_event`. */
export interface FaultEventRow extends Record<string, unknown> {
  readonly id: string;
  readonly fault_id: string;
  readonly number: number;
  readonly at: Date;
  readonly party: FaultParty;
  readonly actor_name: string;
  readonly action: FaultAction;
  readonly from_state: FaultState | null;
  readonly to_state: FaultState;
  readonly note: string;
  readonly payload: Record<string, unknown>;
}

/** A row of `fault_request`. */
export interface FaultRequestRow extends Record<string, unknown> {
  readonly id: string;
  readonly fault_id: string;
  readonly kind: 'suspension' | 'exclusion';
  readonly ground: 'test' | 'plannedWork' | 'forceMajeure' | null;
  readonly reason: string;
  readonly asked_at: Date;
  readonly asked_by: string;
  readonly ended_at: Date | null;
  readonly decision: 'pending' | 'approved' | 'refused';
  readonly decided_at: Date | null;
  readonly decided_by: string | null;
  readonly decision_note: string | null;
}

/** An entry as it was made: what is stored of it beside action, party and moment is its payload. */
export const eventOfRow = ({ action, party, at, payload }: FaultEventRow): FaultEvent =>
  ({ ...payload, action, by: party, atMs: at.getTime() }) as FaultEvent;

export const payloadOf = (event: FaultEvent): Record<string, unknown> => {
  const { action: _, by: __, atMs: ___, ...payload } = event;
  return payload;
};

/** Who enters something, as the timeline names them. */
export interface FaultActor {
  readonly party: FaultParty;
  /** Null: the hub itself. */
  readonly id: string | null;
  readonly name: string;
}

export const hubActor: FaultActor = { party: 'platform', id: null, name: 'hub' };
