import fc from 'fast-check';
import { responseTimeP95 } from '../measures/response-time-p95.js';
import { nearestRank } from '../telemetry/summary.js';
import {
  addDurations,
  countDurations,
  durationCount,
  durationErrorMsMax,
  durationPercentile,
} from './durations.js';

const anyDurations = fc.array(fc.double({ min: 0, max: 60_000, noNaN: true }), { maxLength: 200 });

test('a percentile is at most a millisecond above that of the attempts, and never below', () => {
  fc.assert(
    fc.property(anyDurations, fc.double({ min: 0.01, max: 1, noNaN: true }), (durations, share) => {
      const found = durationPercentile(countDurations(durations), share);
      if (durations.length === 0) return expect(found).toBeNull();
      const exact = nearestRank(durations, share);
      expect(found!.ms).toBeGreaterThanOrEqual(exact);
      expect(found!.ms - exact).toBeLessThanOrEqual(durationErrorMsMax);
      expect(found!.atMost).toBe(durations.filter((one) => Math.ceil(one) <= found!.ms).length);
    }),
  );
});

test('counts of hours add up to those of all their attempts', () => {
  fc.assert(
    fc.property(fc.array(anyDurations, { maxLength: 5 }), (hours) => {
      const sum = addDurations(hours.map(countDurations));
      expect(sum).toEqual(countDurations(hours.flat()));
      expect(durationCount(sum)).toBe(hours.flat().length);
    }),
  );
});

describe('response time, p95', () => {
  const hundred = countDurations(Array.from({ length: 100 }, (_, index) => 20 * (index + 1)));

  it('is the least time that 95 of 100 attempts do not exceed', () => {
    const found = responseTimeP95.count({ durations: hundred, knownMs: 96, serviceMs: 100 });
    expect({ ...found, actual: String(found.actual) }).toMatchObject({
      actual: '1.9',
      isCoverageSufficient: true,
    });
    expect([found.numerator, found.denominator, found.coveragePercent].map(String)).toEqual([
      '95',
      '100',
      '96',
    ]);
  });

  it('is no value without an attempt, and not enough to score where less than 95 % of the hours is known', () => {
    expect(responseTimeP95.count({ durations: {}, knownMs: 0, serviceMs: 0 })).toMatchObject({
      actual: null,
      coveragePercent: null,
      isCoverageSufficient: false,
    });
    const found = responseTimeP95.count({ durations: hundred, knownMs: 94, serviceMs: 100 });
    expect(found.isCoverageSufficient).toBe(false);
  });
});
