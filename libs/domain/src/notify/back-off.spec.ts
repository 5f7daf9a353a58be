import { pauseMs } from './back-off.js';

it.each([
  [1, 10],
  [2, 20],
  [3, 40],
  [8, 1280],
  [9, 1800],
  [400, 1800],
])('waits after %i failures for %i s', (attempts, seconds) => {
  expect(pauseMs(attempts, 0.5)).toBe(seconds * 1000);
});

it('a quarter more or less, by chance', () => {
  expect([pauseMs(1, 0), pauseMs(1, 1)]).toEqual([7500, 12_500]);
});
