import fc from 'fast-check';
import { totalMs } from '../time/interval.js';
import { at, covers, everyInstant, holds, intervals, observations, span } from './arbitraries.js';
import { sumTotals, totalsOf } from './availability.js';
import { classify } from './classify.js';
import type { ObservedInterval, StatusClass } from './types.js';

const overlay = fc.record({ maintenance: intervals, service: intervals });

describe('classify', () => {
  it('covers the period exactly, and its classes sum to it', () => {
    fc.assert(
      fc.property(observations, overlay, (read, over) => {
        const classified = classify(read, over, span);
        expect(covers(classified, span)).toBe(true);
        const { upMs, downMs, unknownMs, maintenanceMs, outOfServiceMs } = totalsOf(classified);
        expect(upMs + downMs + unknownMs + maintenanceMs + outOfServiceMs).toBe(totalMs([span]));
      }),
    );
  });

  it('gives each instant the class that the definition gives it', () => {
    const classAt = (
      read: ObservedInterval[],
      over: typeof overlay extends fc.Arbitrary<infer T> ? T : never,
    ) => {
      return (instantMs: number): StatusClass => {
        if (!holds(over.service, instantMs)) return 'out-of-service';
        if (holds(over.maintenance, instantMs)) return 'maintenance';
        return at(read, instantMs)?.observation ?? 'unknown';
      };
    };
    fc.assert(
      fc.property(observations, overlay, (read, over) => {
        const classified = classify(read, over, span);
        expect(everyInstant.map((instantMs) => at(classified, instantMs)!.class)).toEqual(
          everyInstant.map(classAt(read, over)),
        );
        expect(everyInstant.map((instantMs) => at(classified, instantMs)!.observation)).toEqual(
          everyInstant.map((instantMs) => at(read, instantMs)?.observation ?? 'unknown'),
        );
      }),
    );
  });

  it('counts no instant twice where readings overlap: the first decides', () => {
    const overlapping = fc
      .tuple(observations, observations)
      .map(([some, others]) => [...some, ...others].sort((a, b) => a.fromMs - b.fromMs));
    fc.assert(
      fc.property(overlapping, (read) => {
        const classified = classify(read, { maintenance: [], service: [span] }, span);
        expect(covers(classified, span)).toBe(true);
        expect(everyInstant.map((instantMs) => at(classified, instantMs)!.observation)).toEqual(
          everyInstant.map((instantMs) => at(read, instantMs)?.observation ?? 'unknown'),
        );
      }),
    );
  });

  it('counts strictly what was seen in service, maintenance or not', () => {
    fc.assert(
      fc.property(observations, overlay, (read, over) => {
        const { strictUpMs, strictDownMs } = totalsOf(classify(read, over, span));
        const seen = (observation: string) =>
          everyInstant.filter(
            (instantMs) => holds(over.service, instantMs) && at(read, instantMs)?.observation === observation,
          ).length;
        expect([strictUpMs, strictDownMs]).toEqual([seen('up'), seen('down')]);
      }),
    );
  });

  it('sums to the whole however the period is split', () => {
    fc.assert(
      fc.property(observations, overlay, fc.integer({ min: 0, max: span.toMs }), (read, over, cutMs) => {
        const totals = (fromMs: number, toMs: number) => totalsOf(classify(read, over, { fromMs, toMs }));
        expect(sumTotals([totals(0, cutMs), totals(cutMs, span.toMs)])).toEqual(totals(0, span.toMs));
      }),
    );
  });

  it('gives nothing for an empty period', () => {
    expect(classify([], { maintenance: [], service: [] }, { fromMs: 5, toMs: 5 })).toEqual([]);
  });
});
