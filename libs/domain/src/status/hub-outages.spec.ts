import fc from 'fast-check';
import { everyInstant, holds, intervals } from './arbitraries.js';
import { commonSilences, hubOutages } from './hub-outages.js';

const run = (startedAtMs: number, lastBeatAtMs: number) => ({ startedAtMs, lastBeatAtMs });

describe('hub outages', () => {
  it.each([
    ['no run, no hub, no outage', [], [], []],
    ['one run', [run(10, 50)], [], []],
    ['between two runs', [run(0, 10), run(30, 50)], [], [{ fromMs: 10, toMs: 30 }]],
    ['runs in any order', [run(30, 50), run(0, 10)], [], [{ fromMs: 10, toMs: 30 }]],
    ['several processes: one that beats is enough', [run(0, 60), run(5, 10), run(50, 90)], [], []],
    ['silent canaries', [run(0, 90)], [{ fromMs: 20, toMs: 25 }], [{ fromMs: 20, toMs: 25 }]],
    ['both, merged', [run(0, 10), run(30, 50)], [{ fromMs: 5, toMs: 12 }], [{ fromMs: 5, toMs: 30 }]],
  ])('%s', (_, runs, canarySilences, outages) => {
    expect(hubOutages(runs, canarySilences)).toEqual(outages);
  });
});

describe('canaries', () => {
  it.each([
    ['none at all: they tell nothing', [], []],
    ['one', [[{ fromMs: 5, toMs: 9 }]], [{ fromMs: 5, toMs: 9 }]],
    ['one of two still answers', [[{ fromMs: 5, toMs: 9 }], []], []],
    [
      'only while all are silent',
      [[{ fromMs: 5, toMs: 9 }], [{ fromMs: 7, toMs: 20 }]],
      [{ fromMs: 7, toMs: 9 }],
    ],
  ])('%s', (_, silences, common) => {
    expect(commonSilences(silences)).toEqual(common);
  });

  it('are silent together at exactly the instants at which each is', () => {
    fc.assert(
      fc.property(fc.array(intervals, { minLength: 1, maxLength: 4 }), (canaries) => {
        const common = commonSilences(canaries);
        for (const instantMs of everyInstant) {
          expect(holds(common, instantMs)).toBe(canaries.every((one) => holds(one, instantMs)));
        }
      }),
    );
  });
});
