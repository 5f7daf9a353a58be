import type { MaintenanceWindow as WindowResponse } from '@opsgauge/contract';
import type { Interval } from '@opsgauge/domain';
import { instantText } from '../platform/clock.js';
import type { MaintenanceWindow } from './maintenance-window.entity.js';

/** How many occurrences an answer names. */
export const occurrencesTold = 5;

export const occurrenceResponse = ({ fromMs, toMs }: Interval) => ({
  from: instantText(fromMs),
  to: instantText(toMs),
});

/** A window as the API tells it. */
export const maintenanceWindowResponse = (
  window: MaintenanceWindow,
  known: { occurrences: readonly Interval[]; targetName: string; nowMs: number },
): WindowResponse => ({
  id: window.id,
  target: window.serverId
    ? { kind: 'server', serverId: window.serverId }
    : { kind: 'system', systemId: window.systemId! },
  targetName: known.targetName,
  from: window.fromAt.toISOString(),
  to: (window.firstToAt ?? window.toAt).toISOString(),
  recurrence: window.recurrence,
  until: window.toAt.toISOString(),
  occurrences: known.occurrences
    .filter(({ toMs }) => toMs > known.nowMs)
    .slice(0, occurrencesTold)
    .map(occurrenceResponse),
  reason: window.reason,
  state: window.state,
  request: said(window.requestedBy, window.requestedAt),
  decision: decisionOf(window),
});

const said = (by: string | null, at: Date | null) =>
  by === null || at === null ? null : { by, at: at.toISOString() };

function decisionOf({ decidedBy, decidedAt, decisionNote }: MaintenanceWindow): WindowResponse['decision'] {
  const decided = said(decidedBy, decidedAt);
  return decided && { ...decided, note: decisionNote ?? '' };
}
