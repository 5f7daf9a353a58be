import {
  groupingMs,
  isChange,
  isEscalation,
  planChange,
  receiverKey,
  receiversOf,
  stillListening,
  type ChangeKind,
  type DutyTime,
  type FaultSeverity,
  type KnownChange,
  type NoticeKind,
  type NoticeTarget,
  type Receiver,
  type Subscription,
} from '@opsgauge/domain';
import { grouped } from '../../platform/grouped.js';

/** Something that may have to be told. */
export interface Deed {
  /** The same for the same deed: nobody is told of it twice. */
  readonly key: string;
  readonly faultId: string;
  readonly kind: NoticeKind;
  readonly atMs: number;
}

/** What the choice of receivers and moments needs of a fault. */
export interface DeedTarget {
  readonly severity: FaultSeverity;
  readonly target: NoticeTarget;
  /** End of the maintenance that goes on at its target; null: none does. */
  readonly silencedUntilMs: number | null;
}

/** A change that a receiver was told of, or is to be told of. */
export interface PastChange extends KnownChange {
  readonly faultId: string;
  readonly receiver: Receiver;
  readonly atMs: number;
}

export interface PlannedNotice {
  readonly deed: Deed;
  readonly receiver: Receiver;
  readonly dueMs: number;
  /** When it would be due if no maintenance silenced it; null: none does. */
  readonly unsilencedDueMs: number | null;
}

export interface Withdrawal {
  readonly faultId: string;
  readonly receiver: Receiver;
  /** Of the waiting ones, those of these kinds. */
  readonly kinds: readonly ChangeKind[];
}

export interface NoticePlan {
  readonly added: readonly PlannedNotice[];
  /** Waiting notices that nobody needs to be told of any more. */
  readonly withdrawn: readonly Withdrawal[];
}

/** What messages are planned by. */
export interface Circumstances {
  readonly targets: ReadonlyMap<string, DeedTarget>;
  readonly subscriptions: readonly Subscription[];
  /** Who is on duty now. */
  readonly duty: readonly DutyTime[];
  /** Changes of these faults, in order, without what was withdrawn. */
  readonly history: readonly PastChange[];
}

/**
 * Who is to be told of what, and when.
 * @param deeds in any order; those of faults without a target are left out
 */
export function planNotices(
  deeds: readonly Deed[],
  { targets, subscriptions, duty, history }: Circumstances,
  nowMs: number,
): NoticePlan {
  const known = grouped(history, ({ faultId }) => faultId);
  const added = new Set<PlannedNotice>();
  const withdrawn: Withdrawal[] = [];
  for (const deed of [...deeds].sort((a, b) => a.atMs - b.atMs)) {
    const found = targets.get(deed.faultId);
    if (!found) continue;
    const { severity, target, silencedUntilMs } = found;
    const { faultId, kind, atMs } = deed;
    const listeners = receiversOf({ kind, severity, atMs: nowMs }, target, subscriptions, duty);
    // Read anew when the maintenance is over, if there is reason still.
    if (silencedUntilMs !== null && isEscalation(kind)) continue;
    if (!isChange(kind)) {
      const dueMs = nowMs + groupingMs;
      for (const receiver of listeners) added.add({ deed, receiver, dueMs, unsilencedDueMs: null });
      continue;
    }
    // Whoever heard that it began has to hear that it is over.
    const before = kind === 'recovered' ? (known.get(faultId) ?? []).map(({ receiver }) => receiver) : [];
    const concerned = [...listeners, ...stillListening(before, kind, target, subscriptions)];
    for (const receiver of eachOnce(concerned)) {
      const past = known.get(faultId) ?? [];
      const isHis = (one: { readonly receiver: Receiver }) =>
        receiverKey(one.receiver) === receiverKey(receiver);
      const own = past.filter(isHis);
      // Done again after a later one: what is known by now stands.
      if (own.some((one) => one.atMs > atMs)) continue;
      const { withdrawn: kinds, dueMs, unsilencedDueMs } = planChange(kind, own, nowMs, silencedUntilMs);
      const isWithdrawn = (one: PastChange) => isHis(one) && !one.isTold && kinds.includes(one.kind);
      if (kinds.length > 0) {
        withdrawn.push({ faultId, receiver, kinds });
        for (const one of added) if (isHis(one) && isOf(one.deed, faultId, kinds)) added.delete(one);
      }
      if (dueMs !== null) added.add({ deed, receiver, dueMs, unsilencedDueMs });
      const fresh = dueMs === null ? [] : [{ faultId, receiver, kind, atMs, dueMs, isTold: false }];
      known.set(faultId, [...past.filter((one) => !isWithdrawn(one)), ...fresh]);
    }
  }
  return { added: [...added], withdrawn };
}

const isOf = (deed: Deed, faultId: string, kinds: readonly NoticeKind[]): boolean =>
  deed.faultId === faultId && kinds.includes(deed.kind);

const eachOnce = (receivers: readonly Receiver[]): Receiver[] => [
  ...new Map(receivers.map((receiver) => [receiverKey(receiver), receiver])).values(),
];
