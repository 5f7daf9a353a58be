import type {
  Fault as FaultResponse,
  FaultClock,
  FaultEvent as FaultEventResponse,
  FaultRequest as FaultRequestResponse,
} from '@opsgauge/contract';
import {
  flapCount,
  hasPendingRequest,
  isExcluded,
  judgeMajor,
  recoveredAt,
  repairClock,
  responseClock,
  startOf,
  type ClockReading,
  type FaultTerms,
} from '@opsgauge/domain';
import { instantText } from '../platform/clock.js';
import type { FaultEventRow, FaultRequestRow } from './fault-row.js';
import type { StoredFault } from './fault-store.js';

/** A fault as lists tell it to anybody, its clocks read at `nowMs`. */
export function faultResponse(
  { row, fault }: StoredFault,
  names: { readonly systemName: string; readonly serverName: string | null },
  terms: FaultTerms,
  nowMs: number,
): Omit<FaultResponse, 'openRequests' | 'possibleActions'> {
  return {
    id: row.id,
    number: row.number,
    systemId: row.system_id,
    serverId: row.server_id,
    componentId: row.component_id,
    ...names,
    source: row.source,
    title: row.title,
    severity: fault.severity,
    state: fault.state,
    startAt: instantText(startOf(fault)),
    detectedAt: row.detected_at.toISOString(),
    respondedAt: textOf(fault.respondedMs),
    recoveredAt: textOf(recoveredAt(fault)),
    closedAt: textOf(fault.closedMs),
    rootCauseCode: fault.rootCauseCode,
    isWatched: fault.isWatched,
    isExcluded: isExcluded(fault),
    mergedIntoFaultId: fault.mergedIntoFaultId,
    cause: fault.cause,
    flapCount: flapCount(fault.spells),
    major: judgeMajor(fault, terms, nowMs),
    response: clockResponse(responseClock(fault, terms, nowMs), nowMs),
    repair: clockResponse(repairClock(fault, terms, nowMs), nowMs),
    assignee: fault.assignee && { id: fault.assignee.id, displayName: fault.assignee.name },
    hasPendingRequest: hasPendingRequest(fault),
  };
}

export const eventResponse = (row: FaultEventRow): FaultEventResponse => ({
  id: row.id,
  at: row.at.toISOString(),
  party: row.party,
  actorName: row.actor_name,
  action: row.action,
  fromState: row.from_state,
  toState: row.to_state,
  note: row.note,
  payload: Object.fromEntries(
    Object.entries(row.payload).map(([key, value]) =>
      key.endsWith('Ms') ? [`${key.slice(0, -2)}At`, instantText(value as number)] : [key, value],
    ),
  ),
});

export const requestResponse = (row: FaultRequestRow): FaultRequestResponse => ({
  id: row.id,
  kind: row.kind,
  ground: row.ground,
  reason: row.reason,
  askedAt: row.asked_at.toISOString(),
  askedBy: row.asked_by,
  endedAt: row.ended_at?.toISOString() ?? null,
  decision: row.decision,
  decidedAt: row.decided_at?.toISOString() ?? null,
  decidedBy: row.decided_by,
  decisionNote: row.decision_note,
});

const clockResponse = (clock: ClockReading, nowMs: number): FaultClock => ({
  state: clock.state,
  from: instantText(clock.fromMs),
  to: textOf(clock.toMs),
  elapsedMs: clock.elapsedMs,
  limitMs: clock.limitMs,
  deadlineAt: textOf(clock.deadlineMs),
  asOf: instantText(nowMs),
});

const textOf = (ms: number | null): string | null => (ms === null ? null : instantText(ms));
