import fc from 'fast-check';
import { anyTerms, mondayMs, timelines } from '../faults/arbitraries.js';
import { isOnTime } from '../faults/clocks.js';
import { foldFault } from '../faults/fold.js';
import { faultsOfPeriod, type FaultUnderTerms } from '../faults/judge-faults.js';
import { isCounted } from '../faults/types.js';
import { dayMs } from '../time/durations.js';
import { faultMeasures } from './fault-measures.js';

const period = { fromMs: mondayMs, toMs: mondayMs + 30 * dayMs };
const faults = fc
  .tuple(fc.array(timelines, { maxLength: 6 }), anyTerms)
  .map(([lives, terms]): FaultUnderTerms[] =>
    lives.map((timeline, index) => ({
      id: `f${index}`,
      systemId: 'system',
      componentId: null,
      fault: foldFault(timeline),
      terms,
    })),
  );
const nowMs = mondayMs + 25 * dayMs;

describe('what is counted from faults', () => {
  it('is what counts, and of the rates: on time, late and not due are all', () => {
    fc.assert(
      fc.property(faults, (all) => {
        const counted = faultsOfPeriod(all, period, nowMs);
        expect(counted.map(({ id }) => id)).toEqual(
          all.filter(({ fault }) => isCounted(fault)).map(({ id }) => id),
        );
        expect(faultMeasures.faultCount.count(counted).actual!.toNumber()).toBe(counted.length);
        for (const clock of ['response', 'repair'] as const) {
          const verdicts = counted.map((fault) => isOnTime(fault[clock]));
          const { numerator, denominator, actual, evidenceFaultIds } =
            faultMeasures[`${clock}TimelyRate`].count(counted);
          const of = (verdict: boolean | null) => verdicts.filter((one) => one === verdict).length;
          expect(numerator.toNumber()).toBe(of(true));
          expect(denominator.toNumber()).toBe(of(true) + of(false));
          expect(evidenceFaultIds).toHaveLength(counted.length - of(null));
          expect(actual === null).toBe(of(true) + of(false) === 0);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('is the same with an excluded fault and without', () => {
    fc.assert(
      fc.property(faults, (all) => {
        const without = all.filter(({ fault }) => isCounted(fault));
        for (const measure of Object.values(faultMeasures)) {
          expect(measure.count(faultsOfPeriod(all, period, nowMs))).toEqual(
            measure.count(faultsOfPeriod(without, period, nowMs)),
          );
        }
      }),
      { numRuns: 40 },
    );
  });

  it('has no value of nothing but the counts, and says why', () => {
    const told = Object.entries(faultMeasures).map(([key, { count }]) => {
      const { actual, noValueReason } = count([]);
      return [key, actual?.toFixed() ?? noValueReason];
    });
    expect(Object.fromEntries(told)).toEqual({
      faultCount: '0',
      majorFaultCount: '0',
      responseTimelyRate: 'noFaults',
      repairTimelyRate: 'noFaults',
      meanResponseHours: 'noFaults',
      meanRepairHours: 'noFaults',
      repeatRate: 'noFaults',
    });
  });
});
