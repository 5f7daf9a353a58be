import type { FaultDetail } from '@opsgauge/contract';

export type StepKey = 'detected' | 'response' | 'repair' | 'closed';
/** `done` and on time or late, `now`, or still to come. */
export type StepState = 'done' | 'late' | 'now' | 'ahead';

export interface Step {
  key: StepKey;
  state: StepState;
  /** When it was done; null: not yet. */
  doneAt: string | null;
}

/** How far a fault has come: found, answered, repaired, closed. What recovered by itself was never answered. */
export function stepsOf(
  fault: Pick<
    FaultDetail,
    'state' | 'detectedAt' | 'respondedAt' | 'recoveredAt' | 'closedAt' | 'response' | 'repair'
  >,
): Step[] {
  const { response, repair } = fault;
  const isRepaired = fault.state === 'repaired' || fault.state === 'closed';
  const isAnswered = fault.respondedAt !== null || response.to !== null;
  const done = (isLate: boolean): StepState => (isLate ? 'late' : 'done');
  return [
    { key: 'detected', state: 'done', doneAt: fault.detectedAt },
    {
      key: 'response',
      state: isAnswered ? done(response.state === 'missed') : fault.state === 'open' ? 'now' : 'ahead',
      doneAt: fault.respondedAt ?? response.to,
    },
    {
      key: 'repair',
      state: isRepaired ? done(repair.state === 'missed') : fault.state === 'open' ? 'ahead' : 'now',
      doneAt: fault.recoveredAt,
    },
    {
      key: 'closed',
      state: fault.state === 'closed' ? 'done' : fault.state === 'repaired' ? 'now' : 'ahead',
      doneAt: fault.closedAt,
    },
  ];
}
