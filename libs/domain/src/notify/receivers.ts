import type { FaultSeverity } from '../faults/types.js';
import { isAtLeast, isOfPeople, type NoticeKind } from './notice.js';

/** Where a message goes: a channel, or the mail of somebody on duty. */
export type Receiver =
  | { readonly kind: 'channel'; readonly channelId: string }
  | { readonly kind: 'mail'; readonly address: string; readonly language: string };

/** Equal for equal receivers. */
export const receiverKey = (receiver: Receiver): string =>
  receiver.kind === 'channel' ? `channel:${receiver.channelId}` : `mail:${receiver.address.toLowerCase()}`;

/** Who hears what. */
export interface Subscription {
  /** Null: of the platform, which hears of every system. */
  readonly organizationId: string | null;
  /** Null: every system of the organization. */
  readonly systemId: string | null;
  readonly leastSeverity: FaultSeverity;
  readonly kinds: readonly NoticeKind[];
  /** Null: whoever is on duty. */
  readonly channelId: string | null;
}

/** Somebody's time on duty, for one system or all of a project. */
export interface DutyTime {
  readonly organizationId: string | null;
  readonly systemId: string | null;
  readonly projectId: string | null;
  readonly fromMs: number;
  readonly toMs: number;
  readonly channelId: string | null;
  readonly mailAddress: string | null;
  readonly language: string;
}

/** A system, or a fault of one, and the organizations that have to do with it. */
export interface NoticeTarget {
  readonly systemId: string | null;
  readonly projectId: string | null;
  readonly organizationIds: ReadonlySet<string>;
  /** Which of them decide on what the vendor asks for. */
  readonly ownerOrganizationIds: ReadonlySet<string>;
  readonly vendorOrganizationIds: ReadonlySet<string>;
}

/**
 * A system as it concerns one of its faults: what one vendor answers for is none of another's business.
 * @param vendorId null: no vendor answers for it
 */
export const answeredForBy = (target: NoticeTarget, vendorId: string | null): NoticeTarget => ({
  ...target,
  organizationIds: new Set(
    [...target.organizationIds].filter(
      (id) => vendorId === null || id === vendorId || !target.vendorOrganizationIds.has(id),
    ),
  ),
});

/**
 * Who is told, each once. What a vendor asks for is told to those who decide: the owner's organization and the
 * platform's own subscriptions.
 *
 * @param severity of the fault; of no account for what people did
 */
export function receiversOf(
  notice: { readonly kind: NoticeKind; readonly severity: FaultSeverity; readonly atMs: number },
  target: NoticeTarget,
  subscriptions: readonly Subscription[],
  duty: readonly DutyTime[],
): Receiver[] {
  const found = subscriptions
    .filter((one) => hears(one, notice, target))
    .flatMap((one): Receiver[] =>
      one.channelId === null
        ? duty.filter((time) => isOnDuty(time, one, notice.atMs, target)).flatMap(receiversOnDuty)
        : [{ kind: 'channel', channelId: one.channelId }],
    );
  return [...new Map(found.map((receiver) => [receiverKey(receiver), receiver])).values()];
}

/**
 * Those who were told of a fault and are told of this too, whatever its severity is by now and whoever is on duty: what
 * they believe of it is to be right in the end.
 */
export const stillListening = (
  told: readonly Receiver[],
  kind: NoticeKind,
  target: NoticeTarget,
  subscriptions: readonly Subscription[],
): Receiver[] =>
  told.filter((receiver) =>
    subscriptions.some(
      (one) =>
        asksFor(one, kind, target) &&
        // Whoever was on duty may have been told by a channel.
        (one.channelId === null || (receiver.kind === 'channel' && receiver.channelId === one.channelId)),
    ),
  );

const hears = (
  subscription: Subscription,
  { kind, severity }: { readonly kind: NoticeKind; readonly severity: FaultSeverity },
  target: NoticeTarget,
): boolean =>
  asksFor(subscription, kind, target) &&
  (isOfPeople(kind) || isAtLeast(severity, subscription.leastSeverity));

function asksFor(
  { organizationId, systemId, kinds }: Subscription,
  kind: NoticeKind,
  target: NoticeTarget,
): boolean {
  const concerned = kind === 'requested' ? target.ownerOrganizationIds : target.organizationIds;
  return (
    kinds.includes(kind) &&
    (systemId === null || systemId === target.systemId) &&
    (organizationId === null || concerned.has(organizationId))
  );
}

const isOnDuty = (
  time: DutyTime,
  { organizationId }: Subscription,
  atMs: number,
  { systemId, projectId, organizationIds }: NoticeTarget,
): boolean =>
  (time.organizationId === null || organizationIds.has(time.organizationId)) &&
  time.fromMs <= atMs &&
  atMs < time.toMs &&
  (organizationId === null || time.organizationId === organizationId) &&
  (time.systemId === null ? projectId !== null && time.projectId === projectId : time.systemId === systemId);

const receiversOnDuty = ({ channelId, mailAddress, language }: DutyTime): Receiver[] => [
  ...(channelId === null ? [] : [{ kind: 'channel' as const, channelId }]),
  ...(mailAddress === null ? [] : [{ kind: 'mail' as const, address: mailAddress, language }]),
];
