import fc from 'fast-check';
import { histogramOf, mergeHistograms, percentileErrorPoints, percentileOf } from './histogram.js';

const percents = fc.array(fc.integer({ min: 0, max: 10_000 }).map((value) => value / 100));
const share = fc.constantFrom(0.01, 0.5, 0.9, 0.95, 0.99, 1);

test('every sample is in one bin, 100 with 99', () => {
  fc.assert(
    fc.property(percents, (values) => {
      expect(histogramOf(values).reduce((sum, count) => sum + count, 0)).toBe(values.length);
    }),
  );
  expect(histogramOf([99, 99.99, 100])[99]).toBe(3);
  expect(histogramOf([0, 0.99, 1]).slice(0, 2)).toEqual([2, 1]);
});

test('histograms of parts add up to that of the whole', () => {
  fc.assert(
    fc.property(percents, percents, (some, others) => {
      expect(mergeHistograms([histogramOf(some), histogramOf(others)])).toEqual(
        histogramOf([...some, ...others]),
      );
    }),
  );
});

test('a percentile is within the stated error of the nearest rank among the samples', () => {
  fc.assert(
    fc.property(percents, share, (values, part) => {
      fc.pre(values.length > 0);
      const sorted = values.toSorted((one, other) => one - other);
      const exact = sorted[Math.ceil(part * sorted.length) - 1]!;
      expect(Math.abs(percentileOf(histogramOf(values), part)! - exact)).toBeLessThanOrEqual(
        percentileErrorPoints,
      );
    }),
  );
});

test('where nothing was sampled there is no percentile', () => {
  expect(percentileOf(histogramOf([]), 0.95)).toBeNull();
});
