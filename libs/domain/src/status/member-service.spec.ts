import fc from 'fast-check';
import { everyInstant, holds, intervals, span } from './arbitraries.js';
import { memberService, type Stint } from './member-service.js';

const from = (fromMs: number, toMs = Number.POSITIVE_INFINITY) => ({ fromMs, toMs });
const period = from(0, 60);

describe('the service of a server', () => {
  it.each<[string, Stint[], [number, number][], number?]>([
    ['in no system', [], [[0, 60]]],
    ['in no system, enrolled within the period', [], [[35, 60]], 35],
    ['in no system, enrolled after the period', [], [], 60],
    [
      'in a system, whose contract asked for it before its enrolment',
      [{ membership: from(-Infinity), service: [from(10, 50)] }],
      [[10, 50]],
      35,
    ],
    ['in one', [{ membership: from(-Infinity), service: [from(10, 50)] }], [[10, 50]]],
    ['before its first one, as in that', [{ membership: from(30), service: [from(10, 50)] }], [[10, 50]]],
    [
      'moved',
      [
        { membership: from(-Infinity, 30), service: [from(10, 50)] },
        { membership: from(30), service: [from(0, 20), from(40, 60)] },
      ],
      [
        [10, 30],
        [40, 60],
      ],
    ],
    [
      'taken out, and put back later',
      [
        { membership: from(-Infinity, 20), service: [from(10, 60)] },
        { membership: from(40), service: [from(10, 50)] },
      ],
      [[10, 50]],
    ],
    [
      'in two at once',
      [
        { membership: from(-Infinity), service: [from(10, 20)] },
        { membership: from(-Infinity), service: [from(15, 30)] },
      ],
      [[10, 30]],
    ],
  ])('%s', (_, stints, expected, enrolledMs = -100) => {
    expect(memberService(stints, enrolledMs, period)).toEqual(
      expected.map(([fromMs, toMs]) => ({ fromMs, toMs })),
    );
  });

  it('agrees at each instant with the definition', () => {
    const instant = fc.integer({ min: -5, max: 65 });
    const stint = fc.record({
      membership: fc.tuple(instant, instant).map(([fromMs, toMs]) => ({ fromMs, toMs })),
      service: intervals,
    });
    fc.assert(
      fc.property(fc.array(stint, { maxLength: 4 }), instant, (drawn, enrolledMs) => {
        const stints = drawn.filter(({ membership }) => membership.toMs > membership.fromMs);
        const found = memberService(stints, enrolledMs, span);
        const firstMs = Math.min(...stints.map(({ membership }) => membership.fromMs));
        for (const atMs of everyInstant) {
          const present = stints.filter(({ membership }) => holds([membership], Math.max(atMs, firstMs)));
          const early = stints.filter(({ membership }) => membership.fromMs === firstMs);
          const deciding = atMs < firstMs ? early : present;
          const expected =
            deciding.length === 0 ? atMs >= enrolledMs : deciding.some(({ service }) => holds(service, atMs));
          expect(holds(found, atMs)).toBe(expected);
        }
      }),
    );
  });
});
