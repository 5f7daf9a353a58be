import crypto from 'node:crypto';
import type { faultEntrySchema, Role } from '@opsgauge/contract';
import type { Fault, FaultAssignee, FaultDeed, FaultParty } from '@opsgauge/domain';
import type { z } from 'zod';
import type { UserAccount } from '../accounts/user-account.entity.js';
import { ApplicationError } from '../platform/errors/application-error.js';
import type { FaultActor } from './fault-row.js';

/** What somebody asks to be entered, as the API takes it. */
export type EntryInput = z.output<typeof faultEntrySchema>;

const parties: Record<Exclude<Role, 'evaluator'>, FaultParty> = {
  admin: 'admin',
  lead: 'operator',
  operator: 'operator',
  owner: 'owner',
};

/** @throws ApplicationError `forbidden` for an evaluator, who only reads */
export function actorOf({ id, role, displayName }: UserAccount): FaultActor {
  if (role === 'evaluator') throw new ApplicationError('forbidden', 'an evaluator only reads');
  return { party: parties[role], id, name: displayName };
}

/**
 * The same in the domain's words.
 * @param assignee who answers, or to whom the fault is given
 */
export function deedOf(entry: EntryInput, fault: Fault, assignee: FaultAssignee | null): FaultDeed {
  switch (entry.action) {
    case 'report':
      return {
        action: 'report',
        startMs: Date.parse(entry.startAt),
        severity: fault.severity,
        stopsCriticalService: false,
      };
    case 'requestSuspension':
      return { action: entry.action, requestId: crypto.randomUUID() };
    case 'requestExclusion':
      return { action: entry.action, requestId: crypto.randomUUID(), ground: entry.ground };
    case 'approveSuspension':
    case 'approveExclusion':
    case 'refuse':
      return { action: entry.action, requestId: entry.requestId };
    case 'repair':
      return { action: entry.action, repairedMs: Date.parse(entry.repairedAt) };
    case 'reopen':
      return { action: entry.action, reopenedMs: Date.parse(entry.reopenedAt) };
    case 'close':
      return { action: entry.action, rootCauseCode: entry.rootCauseCode };
    case 'merge':
      return { action: entry.action, intoFaultId: entry.intoFaultId };
    case 'declareMajor':
      return { action: entry.action, isMajor: entry.isMajor };
    case 'changeSeverity':
      return { action: entry.action, severity: entry.severity };
    case 'acknowledge':
      return { action: entry.action, ...(assignee && { assignee }) };
    case 'assign':
      return { action: entry.action, assignee };
    case 'resume':
    case 'recordDataLoss':
    case 'comment':
      return { action: entry.action };
  }
}
