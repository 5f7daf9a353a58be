import { gapsOf } from './gaps.js';

const minute = 60_000;
const times = [0, 1, 2, 3, 4, 5].map((index) => index * minute);

describe('gapsOf', () => {
  const cases: [string, (number | null)[], number, { from: number; to: number }[]][] = [
    ['no gap', [1, 2, 3, 4, 5, 6], 0, []],
    ['a gap in the middle', [1, null, null, 4, 5, 6], 0, [{ from: minute, to: 3 * minute }]],
    [
      'at both ends',
      [null, 2, 3, 4, 5, null],
      0,
      [
        { from: 0, to: minute },
        { from: 5 * minute, to: 6 * minute },
      ],
    ],
    ['nothing at all', [null, null, null, null, null, null], 0, [{ from: 0, to: 6 * minute }]],
    ['values that are missing count as empty', [1, 2, 3, 4, 5], 0, [{ from: 5 * minute, to: 6 * minute }]],
    [
      'shorter than the minimum is none',
      [1, null, 3, null, null, 6],
      2 * minute,
      [{ from: 3 * minute, to: 5 * minute }],
    ],
    ['zero is a value', [0, 0, 0, 0, 0, 0], 0, []],
  ];
  test.each(cases)('%s', (_, values, minimumMs, expected) => {
    expect(gapsOf(times, values, minute, minimumMs)).toEqual(expected);
  });
});
