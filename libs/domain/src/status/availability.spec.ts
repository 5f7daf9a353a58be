import fc from 'fast-check';
import { percentText } from '../numbers.js';
import {
  availability,
  coverage,
  inServiceMs,
  isCoverageSufficient,
  pessimisticAvailability,
  strictAvailability,
  sumTotals,
  type StatusTotals,
} from './availability.js';

const zero: StatusTotals = {
  upMs: 0,
  downMs: 0,
  unknownMs: 0,
  maintenanceMs: 0,
  outOfServiceMs: 0,
  strictUpMs: 0,
  strictDownMs: 0,
};
const totals = (some: Partial<StatusTotals>): StatusTotals => ({ ...zero, ...some });
const ms = fc.integer({ min: 0, max: 10_000_000_000 });
const anyTotals = fc.record({
  upMs: ms,
  downMs: ms,
  unknownMs: ms,
  maintenanceMs: ms,
  outOfServiceMs: ms,
  strictUpMs: ms,
  strictDownMs: ms,
});

describe('figures of a period', () => {
  it.each([
    // name, totals, availability, coverage, pessimistic, strict
    ['nothing in service', totals({ outOfServiceMs: 9 }), null, null, null, null],
    ['everything unknown', totals({ unknownMs: 9 }), null, '0.0000', '0.0000', null],
    ['everything maintenance, up', totals({ maintenanceMs: 9, strictUpMs: 9 }), null, null, null, '100.0000'],
    ['all up', totals({ upMs: 9, strictUpMs: 9 }), '100.0000', '100.0000', '100.0000', '100.0000'],
    ['all down', totals({ downMs: 9, strictDownMs: 9 }), '0.0000', '100.0000', '0.0000', '0.0000'],
    [
      'some of each',
      totals({ upMs: 60, downMs: 20, unknownMs: 20, maintenanceMs: 100, strictUpMs: 90, strictDownMs: 90 }),
      '75.0000',
      '80.0000',
      '60.0000',
      '50.0000',
    ],
  ])('%s', (_, of, available, covered, pessimistic, strict) => {
    expect(percentText(availability(of))).toBe(available);
    expect(percentText(coverage(of))).toBe(covered);
    expect(percentText(pessimisticAvailability(of))).toBe(pessimistic);
    expect(percentText(strictAvailability(of))).toBe(strict);
  });

  it('are ordered: 0 ≤ pessimistic ≤ availability ≤ 100, and coverage between 0 and 100', () => {
    fc.assert(
      fc.property(anyTotals, (of) => {
        const available = availability(of)?.percent;
        const pessimistic = pessimisticAvailability(of)?.percent;
        if (available) {
          expect(pessimistic!.gte(0) && pessimistic!.lte(available) && available.lte(100)).toBe(true);
        }
        const covered = coverage(of)?.percent;
        if (covered) expect(covered.gte(0) && covered.lte(100)).toBe(true);
      }),
    );
  });

  it('of a fleet are counted from the sum of its milliseconds, not the mean of percentages', () => {
    const fleet = sumTotals([totals({ upMs: 1, downMs: 1 }), totals({ upMs: 98 }), zero]);
    expect(percentText(availability(fleet))).toBe('99.0000');
    fc.assert(
      fc.property(fc.array(anyTotals), (members) => {
        const sum = sumTotals(members);
        for (const key of Object.keys(zero) as (keyof StatusTotals)[]) {
          expect(sum[key]).toBe(members.reduce((total, one) => total + one[key], 0));
        }
        expect(inServiceMs(sum)).toBe(members.reduce((total, one) => total + inServiceMs(one), 0));
      }),
    );
  });

  it.each([
    ['exactly 95 %', totals({ upMs: 95, unknownMs: 5 }), true],
    ['a millisecond short of 95 %', totals({ upMs: 949_999, unknownMs: 50_001 }), false],
    ['known to be down', totals({ downMs: 1 }), true],
    ['nothing in service', zero, false],
  ])('coverage is sufficient from 95 %%: %s', (_, of, isSufficient) => {
    expect(isCoverageSufficient(of)).toBe(isSufficient);
  });
});
