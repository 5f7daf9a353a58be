import type { AlertAssignmentInput } from '@opsgauge/contract';

export type AlertTarget = AlertAssignmentInput['target'];

/** A target as one value of a list that holds systems and servers. */
export const choiceOf = (target: AlertTarget): string =>
  target.kind === 'system' ? `system:${target.systemId}` : `server:${target.serverId}`;

export function targetOf(choice: string): AlertTarget {
  const id = choice.slice(choice.indexOf(':') + 1);
  return choice.startsWith('system:') ? { kind: 'system', systemId: id } : { kind: 'server', serverId: id };
}
