import { orderSamples } from './order-samples.js';
import { samplesOf } from './scenario.js';

const order = (...samples: string[]) =>
  orderSamples(samplesOf({ name: '', samples, now: 0, reads: [] }).reverse()).map(
    ({ seq, observedAtMs }) => `${seq} at ${observedAtMs / 1000}`,
  );

describe('samples in the order in which they were taken', () => {
  it.each([
    ['by time', ['A/1: 0 10 20'], ['0 at 0', '1 at 10', '2 at 20']],
    ['boots by their first sample', ['B/1: 50 60', 'A/2: 0 10'], ['2 at 0', '3 at 10', '0 at 50', '1 at 60']],
    [
      'runs of one boot by its monotonic clock',
      ['A/1: 0 20', 'A/2: 10 30'],
      ['0 at 0', '2 at 10', '1 at 20', '3 at 30'],
    ],
    [
      'a clock set back moves none before the last',
      ['A/1: 0 10 5^20 15^30'],
      ['0 at 0', '1 at 10', '2 at 20', '3 at 30'],
    ],
    ['a clock set forward is kept', ['A/1: 0 10 95^20'], ['0 at 0', '1 at 10', '2 at 95']],
    ['without a boot by time alone', ['-/-: 0 20 10'], ['0 at 0', '2 at 10', '1 at 20']],
    ['at the same instant by seq', ['-/-: 10 10 10'], ['0 at 10', '1 at 10', '2 at 10']],
  ])('%s', (_, samples, expected) => {
    expect(order(...samples)).toEqual(expected);
  });

  it('tells a repeated record once', () => {
    const [first, second] = samplesOf({ name: '', samples: ['A/1: 0 10'], now: 0, reads: [] });
    const resent = { ...first!, receivedAtMs: 500_000 };
    expect(orderSamples([resent, second!, first!, second!])).toEqual([first, second]);
  });

  it('tells a monotonic clock only within a known boot', () => {
    const [first, second] = samplesOf({ name: '', samples: ['-/-: 0 10'], now: 0, reads: [] });
    const uptimes = [
      { ...second!, monotonicMs: 5 },
      { ...first!, monotonicMs: 900 },
    ];
    expect(orderSamples(uptimes).map(({ seq }) => seq)).toEqual([0, 1]);
  });
});
