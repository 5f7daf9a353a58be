import fc from 'fast-check';
import type { Interval } from '../time/interval.js';
import { at, covers, everyInstant, holds, intervals, observations, span } from './arbitraries.js';
import { observed } from './read-silence.js';
import { told } from './scenario.js';
import { anyOf, inSeries, systemStatus, type PartState, type SystemComponent } from './system-status.js';

const groups = [
  { id: 'pair', requiredCount: 1 },
  { id: 'trio', requiredCount: 2 },
];
/** Part of the system from an instant on. */
const from = (fromMs: number): Interval => ({ fromMs, toMs: Number.POSITIVE_INFINITY });
const member = { groupId: null, membership: from(Number.NEGATIVE_INFINITY) };
const instant = fc.integer({ min: span.fromMs - 5, max: span.toMs + 5 });
const component = fc.record({
  observations,
  maintenance: intervals,
  groupId: fc.constantFrom(null, 'pair', 'trio'),
  membership: fc.oneof(
    fc.constant(from(Number.NEGATIVE_INFINITY)),
    fc
      .tuple(instant, fc.oneof(instant, fc.constant(Number.POSITIVE_INFINITY)))
      .map(([fromMs, toMs]) => ({ fromMs, toMs })),
  ),
});

describe('parts in series', () => {
  it.each<[PartState[], PartState]>([
    [['up', 'up'], 'up'],
    [['up', 'unknown'], 'unknown'],
    [['unknown', 'down', 'up'], 'down'],
    [['maintenance', 'up'], 'maintenance'],
    [['maintenance', 'unknown'], 'maintenance'],
    [['maintenance', 'down'], 'down'],
    [[], 'unknown'],
  ])('%j → %s', (parts, state) => {
    expect(inSeries(parts)).toBe(state);
  });
});

describe('an any-of-n group', () => {
  it.each<[PartState[], number, PartState]>([
    [['up', 'down'], 1, 'up'],
    [['up', 'unknown'], 1, 'up'],
    [['down', 'unknown'], 1, 'unknown'],
    [['down', 'down'], 1, 'down'],
    [['up', 'down', 'down'], 2, 'down'],
    [['up', 'up', 'down'], 2, 'up'],
    [['up', 'maintenance'], 1, 'up'],
    [['down', 'maintenance'], 1, 'down'],
    [['unknown', 'maintenance'], 1, 'unknown'],
    [['maintenance', 'maintenance'], 1, 'maintenance'],
    [['up', 'maintenance'], 2, 'maintenance'],
    [['up', 'maintenance', 'down'], 2, 'down'],
    [['up', 'up'], 3, 'down'],
    [[], 1, 'unknown'],
  ])('%j, %i needed → %s', (members, requiredCount, state) => {
    expect(anyOf(members, requiredCount)).toBe(state);
  });
});

describe('a system', () => {
  const always = { maintenance: [], service: [span] };
  const up = (fromMs: number, toMs: number) => observed({ fromMs, toMs }, 'up', 'samples');
  const down = (fromMs: number, toMs: number) => observed({ fromMs, toMs }, 'down', 'boot');
  const seconds = { fromMs: 0, toMs: 60_000 };
  const service = { maintenance: [], service: [seconds] };

  it('is in maintenance with a component, and strict keeps what was seen', () => {
    const database: SystemComponent = {
      observations: [up(0, 20_000), down(20_000, 40_000), up(40_000, 60_000)],
      maintenance: [{ fromMs: 15_000, toMs: 30_000 }],
      ...member,
    };
    const website: SystemComponent = {
      observations: [up(0, 25_000), down(25_000, 26_000), up(26_000, 60_000)],
      maintenance: [],
      ...member,
    };
    expect(systemStatus([database, website], [], service, seconds).map(told)).toEqual([
      '0–15 up (up, components)',
      '15–20 maintenance (up, components)',
      '20–25 maintenance (down, components)',
      '25–26 down (down, components)',
      '26–30 maintenance (down, components)',
      '30–40 down (down, components)',
      '40–60 up (up, components)',
    ]);
  });

  it('stays up while one of two does, whichever is in maintenance', () => {
    const one: SystemComponent = {
      observations: [up(0, 60_000)],
      maintenance: [{ fromMs: 30_000, toMs: 60_000 }],
      ...member,
      groupId: 'pair',
    };
    const other: SystemComponent = {
      observations: [down(0, 10_000), up(10_000, 50_000), down(50_000, 60_000)],
      maintenance: [],
      ...member,
      groupId: 'pair',
    };
    expect(systemStatus([one, other], groups.slice(0, 1), service, seconds).map(told)).toEqual([
      '0–50 up (up, components)',
      '50–60 down (up, components)',
    ]);
  });

  it('is judged at each instant with the components it had then', () => {
    const gone: SystemComponent = {
      ...member,
      observations: [up(0, 30_000), down(30_000, 60_000)],
      maintenance: [],
      membership: { fromMs: Number.NEGATIVE_INFINITY, toMs: 40_000 },
    };
    const newcomer: SystemComponent = {
      ...member,
      observations: [down(0, 20_000), up(20_000, 50_000)],
      maintenance: [],
      membership: from(40_000),
    };
    expect(systemStatus([gone, newcomer], [], service, seconds).map(told)).toEqual([
      '0–30 up (up, components)',
      '30–40 down (down, components)',
      '40–50 up (up, components)',
      '50–60 unknown (unknown, components)',
    ]);
    const renamed = [gone, { ...newcomer, groupId: 'pair' }];
    expect(systemStatus(renamed, groups, service, seconds).map(told)[0]).toBe('0–30 up (up, components)');
  });

  it('counts a component of a group that is not there in series', () => {
    const lost: SystemComponent = {
      ...member,
      observations: [down(0, 60)],
      maintenance: [],
      groupId: 'gone',
    };
    const [whole] = systemStatus([lost], [], always, span);
    expect(whole).toMatchObject({ ...span, class: 'down' });
  });

  it('without components is unknown, and nothing at all in an empty period', () => {
    expect(systemStatus([], [], always, span)).toMatchObject([{ ...span, class: 'unknown' }]);
    const empty = { fromMs: 7, toMs: 7 };
    const watched: SystemComponent = { observations: [up(0, 60)], maintenance: [], ...member };
    expect(systemStatus([watched], [], always, empty)).toEqual([]);
    expect(systemStatus([], [], always, empty)).toEqual([]);
  });

  it('agrees at each instant with the definition', () => {
    fc.assert(
      fc.property(
        fc.array(component, { maxLength: 5 }),
        fc.record({ maintenance: intervals, service: intervals }),
        (components, overlay) => {
          const used = groups.filter(({ id }) => components.some(({ groupId }) => groupId === id));
          const derived = systemStatus(components, used, overlay, span);
          expect(covers(derived, span)).toBe(true);
          for (const instantMs of everyInstant) {
            const found = at(derived, instantMs)!;
            const present = components.filter(({ membership }) => holds([membership], instantMs));
            const seen = (one: SystemComponent) => at(one.observations, instantMs)?.observation ?? 'unknown';
            const classOf = (one: SystemComponent) =>
              holds(one.maintenance, instantMs) ? 'maintenance' : seen(one);
            expect(found.observation).toBe(oracle(present, seen));
            expect(found.class).toBe(
              !holds(overlay.service, instantMs)
                ? 'out-of-service'
                : holds(overlay.maintenance, instantMs)
                  ? 'maintenance'
                  : oracle(present, classOf),
            );
          }
        },
      ),
    );
  });
});

/** The words of the definition, for one instant: a group is one part, judged without its members in maintenance. */
function oracle(components: SystemComponent[], stateOf: (one: SystemComponent) => PartState): PartState {
  const states = (groupId: string | null) => components.filter((one) => one.groupId === groupId).map(stateOf);
  const parts = states(null);
  for (const { id, requiredCount } of groups) {
    const all = states(id);
    if (all.length === 0) continue;
    const left = all.filter((state) => state !== 'maintenance');
    const worst = left.filter((state) => state === 'up').length;
    const best = left.filter((state) => state !== 'down').length;
    if (worst >= requiredCount) parts.push('up');
    else if (best >= requiredCount) parts.push('unknown');
    else parts.push(left.length < all.length && !left.includes('down') ? 'maintenance' : 'down');
  }
  if (parts.includes('down')) return 'down';
  if (parts.includes('maintenance')) return 'maintenance';
  if (parts.includes('unknown') || parts.length === 0) return 'unknown';
  return 'up';
}
