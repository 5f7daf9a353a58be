import fc from 'fast-check';
import { mergeSummaries, summaryOf, type ValueSummary } from './summary.js';

const values = fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { minLength: 1 });

test('of no values there is no summary', () => {
  expect(summaryOf([])).toBeNull();
  expect(mergeSummaries([])).toBeNull();
});

test('the mean lies between the least and the greatest', () => {
  fc.assert(
    fc.property(values, (of) => {
      const { count, mean, min, max } = summaryOf(of)!;
      expect(count).toBe(of.length);
      expect(min).toBeLessThanOrEqual(mean);
      expect(mean).toBeLessThanOrEqual(max);
      expect([min, max]).toEqual([Math.min(...of), Math.max(...of)]);
    }),
  );
});

test('summaries of parts say what one of the whole says, however unequal the parts', () => {
  fc.assert(
    fc.property(fc.array(values, { minLength: 1, maxLength: 6 }), (parts) => {
      const merged = mergeSummaries(parts.map((part) => summaryOf(part)) as ValueSummary[])!;
      const whole = summaryOf(parts.flat())!;
      expect([merged.count, merged.min, merged.max]).toEqual([whole.count, whole.min, whole.max]);
      expect(Math.abs(merged.mean - whole.mean)).toBeLessThanOrEqual(
        1e-6 * Math.max(1, whole.max - whole.min),
      );
    }),
  );
});

test('one sample in a broken hour does not outweigh a full one', () => {
  const full = summaryOf(Array.from({ length: 359 }, () => 10))!;
  const broken = summaryOf([370])!;
  expect(mergeSummaries([full, broken])!.mean).toBeCloseTo(11, 10);
});
