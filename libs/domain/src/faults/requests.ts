import { FaultRefusal } from './refusal.js';
import type { ExclusionGround, FaultRequest } from './types.js';

type Requests = readonly FaultRequest[];

/**
 * Adds what the vendor asks for.
 * @throws FaultRefusal `pending` where one of the kind waits for a decision
 */
export function openRequest(
  requests: Requests,
  id: string,
  kind: FaultRequest['kind'],
  ground: ExclusionGround | null,
  askedMs: number,
): Requests {
  if (requests.some((one) => one.kind === kind && one.decision === 'pending')) {
    throw new FaultRefusal('pending', `a ${kind} waits for the owner's decision already`);
  }
  return [...requests, { id, kind, ground, askedMs, endedMs: null, decision: 'pending' }];
}

/**
 * Enters the owner's decision.
 * @param kind which kind it has to be; undefined: either
 * @throws FaultRefusal `request` where none such waits for a decision
 */
export function decideRequest(
  requests: Requests,
  id: string,
  decision: 'approved' | 'refused',
  kind?: FaultRequest['kind'],
): Requests {
  const asked = requests.find((one) => one.id === id);
  if (asked?.decision !== 'pending' || (kind !== undefined && asked.kind !== kind)) {
    throw new FaultRefusal('request', 'no such request waits for a decision');
  }
  return requests.map((one) => (one.id === id ? { ...one, decision } : one));
}

/** Ends suspensions that go on, or are asked for: the very same list where there are none. */
export function endSuspensions(requests: Requests, endMs: number): Requests {
  const goesOn = (one: FaultRequest) =>
    one.kind === 'suspension' && one.endedMs === null && one.decision !== 'refused';
  return requests.some(goesOn)
    ? requests.map((one) => (goesOn(one) ? { ...one, endedMs: Math.max(one.askedMs, endMs) } : one))
    : requests;
}
