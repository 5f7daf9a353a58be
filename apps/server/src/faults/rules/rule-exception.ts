import type { RuleException as RuleExceptionResponse } from '@opsgauge/contract';
import type { Visibility } from '../../inventory/visibility.service.js';
import type { RuleException } from './fault-rules-store.js';

/** Whether somebody sees what an exception is of. */
export const isSeen = (
  { systemId, serverId }: RuleException,
  { seesServer, seesSystem }: Visibility,
): boolean => (serverId ? seesServer(serverId) : seesSystem(systemId!));

/** @param names of servers and systems, by id */
export const exceptionResponse = (
  { id, systemId, serverId, change }: RuleException,
  names: ReadonlyMap<string, string>,
): RuleExceptionResponse => ({
  id,
  target: serverId ? { kind: 'server', serverId } : { kind: 'system', systemId: systemId! },
  targetName: names.get(serverId ?? systemId!) ?? '',
  threshold: change.threshold ?? null,
  forSeconds: change.forMs === undefined ? null : change.forMs / 1000,
  severity: change.severity ?? null,
  isEnabled: change.isEnabled ?? null,
});
