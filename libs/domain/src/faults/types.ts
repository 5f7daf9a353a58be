import type { Interval } from '../time/interval.js';

/** Where a fault stands. `reopened` is an event that leads back to `responded` or, if nobody has answered, `open`. */
export type FaultState = 'open' | 'responded' | 'suspended' | 'repaired' | 'closed';
export const faultStates = ['open', 'responded', 'suspended', 'repaired', 'closed'] as const;

/** On whose behalf something is done: the vendor's people (operator), the owner's, an administrator, the hub itself. */
export type FaultParty = 'operator' | 'owner' | 'admin' | 'platform';

export type FaultSeverity = 'critical' | 'serious' | 'minor';
export const faultSeverities = ['critical', 'serious', 'minor'] as const;

/** Why a fault may leave every measure: a test, planned work, force majeure. */
export type ExclusionGround = 'test' | 'plannedWork' | 'forceMajeure';
export const exclusionGrounds = ['test', 'plannedWork', 'forceMajeure'] as const;

/** What a gap turned out to be when evidence arrived: the network between, or the agent. */
export type RereadCause = 'network' | 'agent';

/** What is said of a fault when somebody first tells of it. */
export interface FaultBeginning {
  /** Back-dated to when it began; at most the moment of the entry. */
  readonly startMs: number;
  readonly severity: FaultSeverity;
  /** Whether it makes a critical service unusable; see `major.ts`. */
  readonly stopsCriticalService: boolean;
}

/** Who sees to a fault, under the name they had then. No clock knows of them. */
export interface FaultAssignee {
  readonly id: string;
  readonly name: string;
}

/** What is done to a fault; who may do what in which state is in `transitions.ts`. */
export type FaultDeed =
  | ({ readonly action: 'detect' } & FaultBeginning)
  | ({ readonly action: 'report' } & FaultBeginning)
  | {
      readonly action: 'acknowledge';
      /** Who answered: it is theirs from now on, unless it is somebody's already. */
      readonly assignee?: FaultAssignee;
    }
  | {
      readonly action: 'assign';
      /** Null: it is nobody's any more. */
      readonly assignee: FaultAssignee | null;
    }
  | { readonly action: 'requestSuspension'; readonly requestId: string }
  | { readonly action: 'approveSuspension'; readonly requestId: string }
  | { readonly action: 'resume' }
  | { readonly action: 'recover'; readonly recoveredMs: number }
  | { readonly action: 'repair'; readonly repairedMs: number }
  | { readonly action: 'reopen'; readonly reopenedMs: number }
  | { readonly action: 'close'; readonly rootCauseCode: string }
  | { readonly action: 'requestExclusion'; readonly requestId: string; readonly ground: ExclusionGround }
  | { readonly action: 'approveExclusion'; readonly requestId: string }
  | { readonly action: 'refuse'; readonly requestId: string }
  | { readonly action: 'merge'; readonly intoFaultId: string }
  | {
      readonly action: 'absorb';
      readonly faultId: string;
      readonly startMs: number;
      readonly notifiableMs: number;
      /** Whether a machine still sees the other, so that only its measured end is one of both. */
      readonly isWatched?: boolean;
    }
  | { readonly action: 'declareMajor'; readonly isMajor: boolean }
  | { readonly action: 'recordDataLoss' }
  | { readonly action: 'changeSeverity'; readonly severity: FaultSeverity }
  | { readonly action: 'reread'; readonly cause: RereadCause }
  | { readonly action: 'comment' };
export type FaultAction = FaultDeed['action'];

/** One entry of a fault's append-only timeline. */
export type FaultEvent = FaultDeed & {
  /** When it was entered, by the hub's clock. */
  readonly atMs: number;
  readonly by: FaultParty;
};

/** A stretch for which the fault lasted; `toMs` null: it lasts. */
export interface FaultSpell {
  readonly fromMs: number;
  readonly toMs: number | null;
  /** The first moment at which the platform could tell anybody of it. */
  readonly notifiableMs: number;
}

/** What the vendor asked for and the owner decides. */
export interface FaultRequest {
  readonly id: string;
  readonly kind: 'suspension' | 'exclusion';
  /** From when it counts once it is approved. */
  readonly askedMs: number;
  /** Of a suspension: when work went on or the fault was over; null: not yet. */
  readonly endedMs: number | null;
  readonly decision: 'pending' | 'approved' | 'refused';
  readonly ground: ExclusionGround | null;
}

/** A fault as its timeline tells it. */
export interface Fault {
  readonly state: FaultState;
  readonly severity: FaultSeverity;
  readonly stopsCriticalService: boolean;
  readonly losesKeyData: boolean;
  /** Whether a machine watches the target, so that only a measured recovery ends the fault. */
  readonly isWatched: boolean;
  /** In order, the first from the fault's start; between two of them it was over for at most an hour. */
  readonly spells: readonly [FaultSpell, ...FaultSpell[]];
  /** The first human acknowledgement. */
  readonly respondedMs: number | null;
  /** What a person entered as the end of the repair, beside the measured one. */
  readonly repairEnteredMs: number | null;
  readonly closedMs: number | null;
  readonly rootCauseCode: string | null;
  readonly requests: readonly FaultRequest[];
  readonly mergedIntoFaultId: string | null;
  readonly cause: RereadCause | null;
  /** A person's judgement beside the rule's; null: none. */
  readonly isMajorDeclared: boolean | null;
  readonly assignee: FaultAssignee | null;
}

/** When the fault began. It belongs to the month of this moment. */
export const startOf = ({ spells }: Fault): number => spells[0].fromMs;

/** When it was last over; null while it lasts. */
export const recoveredAt = ({ spells }: Fault): number | null => spells.at(-1)!.toMs;

/** Whether the owner has taken it out of every measure. */
export const isExcluded = ({ requests }: Fault): boolean =>
  requests.some(({ kind, decision }) => kind === 'exclusion' && decision === 'approved');

/** Whether the owner is to decide something; of what counts as part of another nothing is. */
export const hasPendingRequest = ({ requests, mergedIntoFaultId }: Fault): boolean =>
  mergedIntoFaultId === null && requests.some(({ decision }) => decision === 'pending');

/** Whether measures count it: neither excluded nor counted as part of another. */
export const isCounted = (fault: Fault): boolean => !isExcluded(fault) && fault.mergedIntoFaultId === null;

/** The stretches for which it was approved that the repair waits; one that goes on ends with `nowMs`. */
export const approvedSuspensions = ({ requests }: Fault, nowMs: number): Interval[] =>
  requests
    .filter(({ kind, decision }) => kind === 'suspension' && decision === 'approved')
    .map(({ askedMs, endedMs }) => ({ fromMs: askedMs, toMs: endedMs ?? nowMs }));
