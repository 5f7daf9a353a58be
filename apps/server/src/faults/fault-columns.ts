import {
  hasPendingRequest,
  isExcluded,
  recoveredAt,
  repairClock,
  responseClock,
  startOf,
  type Fault,
  type FaultTerms,
} from '@opsgauge/domain';

/** What a fault's timeline comes to, as `fault` keeps it for lists. The clocks themselves are read anew each time. */
export function columnsOf(
  fault: Fault,
  contractId: string | null,
  terms: FaultTerms,
  nowMs: number,
): Readonly<Record<string, unknown>> {
  return {
    contract_id: contractId,
    severity: fault.severity,
    state: fault.state,
    start_at: dateOf(startOf(fault)),
    notifiable_at: dateOf(fault.spells[0].notifiableMs),
    responded_at: dateOf(fault.respondedMs),
    recovered_at: dateOf(recoveredAt(fault)),
    closed_at: dateOf(fault.closedMs),
    root_cause_code: fault.rootCauseCode,
    assignee_id: fault.assignee?.id ?? null,
    assignee_name: fault.assignee?.name ?? null,
    is_watched: fault.isWatched,
    is_excluded: isExcluded(fault),
    has_pending_request: hasPendingRequest(fault),
    merged_into_id: fault.mergedIntoFaultId,
    cause: fault.cause,
    response_deadline_at: dateOf(responseClock(fault, terms, nowMs).deadlineMs),
    repair_deadline_at: dateOf(repairClock(fault, terms, nowMs).deadlineMs),
  };
}

export const dateOf = (ms: number | null): Date | null => (ms === null ? null : new Date(ms));
