import { clipAll, type Interval } from '../time/interval.js';
import { classify, layOver, type Overlay } from './classify.js';
import { observed } from './read-silence.js';
import type { ClassifiedInterval, Observation, ObservedInterval } from './types.js';

/** A component of a system and how the system depends on it. */
export interface SystemComponent {
  /** Sorted and disjoint. Instants without a reading are unknown. */
  readonly observations: readonly ObservedInterval[];
  readonly maintenance: readonly Interval[];
  /** The any-of-n group it belongs to. Null, or a group that is not there: critical, in series. */
  readonly groupId: string | null;
  /** When it was part of the system in this way; open ends are infinite. */
  readonly membership: Interval;
}

/** Redundant components: the group works while at least `requiredCount` of its members do. */
export interface RedundancyGroup {
  readonly id: string;
  readonly requiredCount: number;
}

/** What a component, a group or the system counts as at an instant, before the system's own overlay. */
export type PartState = Observation | 'maintenance';

/**
 * Derives a system's status from the components it depends on. Series: any down → down; none down, but any unknown →
 * unknown. Each instant is judged with the components the system had then. A component in maintenance is left out of that; while one is in maintenance and no other is down, the system
 * is in maintenance. A group counts as one part of the series.
 *
 * The class counts maintenance of the components; the observation beside it does not, which is what `strict` counts.
 * The system's own maintenance and service hours (`overlay`) are laid over last.
 *
 * @param components those the system depends on; without any, nothing is known of it
 */
export function systemStatus(
  components: readonly SystemComponent[],
  groups: readonly RedundancyGroup[],
  overlay: Overlay,
  period: Interval,
): ClassifiedInterval[] {
  const timelines = components.map(({ observations, maintenance }) =>
    classify(observations, { maintenance, service: [period] }, period),
  );
  const cursors = timelines.map(ascendingLookup);
  const starts = timelines.flat().map(({ fromMs }) => fromMs);
  const memberships = components.map(({ membership }) => membership);
  const changes = clipAll(memberships, period).flatMap(({ fromMs, toMs }) => [fromMs, toMs]);
  const edges = [...new Set([period.fromMs, ...starts, ...changes, period.toMs])].sort((a, b) => a - b);
  const derived = edges.slice(1).map((toMs, index): ClassifiedInterval => {
    const fromMs = edges[index]!;
    const present = components.flatMap(({ groupId, membership }, index) =>
      membership.fromMs <= fromMs && fromMs < membership.toMs
        ? [{ groupId, seen: cursors[index]!(fromMs) }]
        : [],
    );
    const combine = (state: (one: ClassifiedInterval) => PartState) =>
      inSeries(
        partsOf(
          present.map(({ groupId, seen }) => ({ groupId, state: state(seen) })),
          groups,
        ),
      );
    const observation = combine((one) => one.observation) as Observation;
    return {
      ...observed({ fromMs, toMs }, observation, 'components'),
      class: combine((one) => (one.class === 'maintenance' ? 'maintenance' : one.observation)),
    };
  });
  return layOver(derived, overlay);
}

/** Parts in series; without parts nothing is known. */
export function inSeries(parts: readonly PartState[]): PartState {
  for (const state of ['down', 'maintenance', 'unknown'] as const) if (parts.includes(state)) return state;
  return parts.length > 0 ? 'up' : 'unknown';
}

/**
 * An any-of-n group, judged without its members in maintenance: up while enough of the rest are; unknown while the
 * unknown ones could make up the number; down where too few are left and one of them is down; in maintenance where
 * only maintenance makes them too few. Without members nothing is known.
 */
export function anyOf(members: readonly PartState[], requiredCount: number): PartState {
  if (members.length === 0) return 'unknown';
  const count = (state: PartState) => members.filter((member) => member === state).length;
  if (count('up') >= requiredCount) return 'up';
  if (count('up') + count('unknown') >= requiredCount) return 'unknown';
  return count('down') === 0 && count('maintenance') > 0 ? 'maintenance' : 'down';
}

function partsOf(
  members: readonly { groupId: string | null; state: PartState }[],
  groups: readonly RedundancyGroup[],
): PartState[] {
  const isGrouped = ({ groupId }: { groupId: string | null }) => groups.some(({ id }) => id === groupId);
  const series = members.filter((member) => !isGrouped(member)).map(({ state }) => state);
  const grouped = groups.flatMap(({ id, requiredCount }) => {
    const states = members.filter(({ groupId }) => groupId === id).map(({ state }) => state);
    return states.length > 0 ? [anyOf(states, requiredCount)] : [];
  });
  return [...series, ...grouped];
}

/** Finds the interval of a gapless timeline that holds an instant, for instants asked in ascending order. */
function ascendingLookup(timeline: readonly ClassifiedInterval[]): (instantMs: number) => ClassifiedInterval {
  let index = 0;
  return (instantMs) => {
    while (timeline[index]!.toMs <= instantMs) index++;
    return timeline[index]!;
  };
}
