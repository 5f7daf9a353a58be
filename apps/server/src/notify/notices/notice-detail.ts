import type { MessageLanguage } from '@opsgauge/contract';
import type { FaultSeverity, NoticeKind } from '@opsgauge/domain';

/** What was changed of a fault, in no language yet. */
export type Amendment =
  | { readonly kind: 'severity'; readonly severity: FaultSeverity }
  | { readonly kind: 'major'; readonly isMajor: boolean }
  | { readonly kind: 'merged'; readonly intoNumber: string }
  /** By a person's word, while a machine still sees the fault. */
  | { readonly kind: 'repairEntered'; readonly repairedAt: string };

/** What a notice says of its fault, as it stood when the notice was made. */
export interface NoticeDetail {
  /** By which people name the fault; notices of earlier versions do not have it, nor the deadlines. */
  readonly number?: string;
  /** In the receiver's language. */
  readonly title: string;
  readonly severity: FaultSeverity;
  readonly systemName: string | null;
  readonly serverName: string | null;
  readonly startedAt: string;
  readonly recoveredAt: string | null;
  /** Who did it, and what was said with it. */
  readonly actorName: string | null;
  readonly note: string | null;
  /** What the owner is asked for, or has decided of; notices of earlier versions do not have it. */
  readonly request?: 'suspension' | 'exclusion' | null;
  /** What the owner decided; null where nothing was. */
  readonly isApproved: boolean | null;
  /** Null: of no such deed. Notices of earlier versions do not have it. */
  readonly amendment?: Amendment | null;
  /** Of an escalation: how long the clock has run, and its limit. */
  readonly elapsedMs: number | null;
  readonly limitMs: number | null;
  /** Of a fault that began or came back: until when it is to be answered and repaired; null: nothing is asked. */
  readonly responseDeadlineAt?: string | null;
  readonly repairDeadlineAt?: string | null;
}

/** One notice to one receiver. */
export interface Notice {
  readonly faultId: string;
  readonly kind: NoticeKind;
  readonly atMs: number;
  readonly language: MessageLanguage;
  readonly detail: NoticeDetail;
}
