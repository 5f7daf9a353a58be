import { probedIntervals } from './probed-intervals.js';

describe('what a probe saw', () => {
  it('holds until its next result, but no longer than it is valid', () => {
    const results = [
      { atMs: 200, isUp: true },
      { atMs: 0, isUp: true },
      { atMs: 60, isUp: false },
    ];
    expect(probedIntervals(results, 90)).toEqual([
      { fromMs: 0, toMs: 60, observation: 'up' },
      { fromMs: 60, toMs: 150, observation: 'down' },
      { fromMs: 200, toMs: 290, observation: 'up' },
    ]);
  });

  it('is nothing without a result', () => {
    expect(probedIntervals([], 90)).toEqual([]);
  });
});
