import fc from 'fast-check';
import type { StatusTotals } from '../status/availability.js';
import { evaluate } from './evaluate.js';
import { monthlyRunningTemplate } from './template.js';

const hourMs = 3_600_000;

/** The monthly template on a system's hours. */
function evaluated(hours: {
  up?: number;
  down?: number;
  unknown?: number;
  maintenance?: number;
  outOfService?: number;
}) {
  const { up = 0, down = 0, unknown = 0, maintenance = 0, outOfService = 0 } = hours;
  const totals: StatusTotals = {
    upMs: up * hourMs,
    downMs: down * hourMs,
    unknownMs: unknown * hourMs,
    maintenanceMs: maintenance * hourMs,
    outOfServiceMs: outOfService * hourMs,
    strictUpMs: up * hourMs,
    strictDownMs: down * hourMs,
  };
  const result = evaluate(monthlyRunningTemplate, totals);
  return {
    rows: result.indicators.map(
      ({ measured, target, score }) =>
        `${measured.actual?.toFixed(4) ?? 'no value'} against ${target.value.toFixed(2)}: ${score?.toFixed() ?? 'no score'}`,
    ),
    score: result.score?.toFixed() ?? null,
    of: result.scoredFullScore.toFixed(),
    grade: result.grade,
  };
}

describe('the monthly evaluation', () => {
  it.each([
    [
      'everything up',
      { up: 720 },
      {
        rows: ['720.0000 against 684.00: 50', '100.0000 against 99.50: 50'],
        score: '100',
        of: '100',
        grade: '优',
      },
    ],
    [
      'hours exactly met, availability missed',
      { up: 684, down: 36 },
      {
        rows: ['684.0000 against 684.00: 50', '95.0000 against 99.50: 47.74'],
        score: '97.74',
        of: '100',
        grade: '优',
      },
    ],
    [
      'half of it down',
      { up: 360, down: 360 },
      {
        rows: ['360.0000 against 684.00: 26.32', '50.0000 against 99.50: 25.13'],
        score: '51.45',
        of: '100',
        grade: '差',
      },
    ],
    [
      'too little known: figures, but no score and no grade',
      { up: 600, unknown: 120 },
      {
        rows: ['600.0000 against 684.00: no score', '100.0000 against 99.50: no score'],
        score: null,
        of: '0',
        grade: null,
      },
    ],
    [
      'everything in maintenance: no availability, and nothing to score from',
      { maintenance: 720 },
      {
        rows: ['0.0000 against 684.00: no score', 'no value against 99.50: no score'],
        score: null,
        of: '0',
        grade: null,
      },
    ],
    [
      'not in service at all',
      { outOfService: 720 },
      {
        rows: ['no value against 0.00: no score', 'no value against 99.50: no score'],
        score: null,
        of: '0',
        grade: null,
      },
    ],
    [
      'hours out of service are nobody’s target',
      { up: 100, outOfService: 620 },
      {
        rows: ['100.0000 against 95.00: 50', '100.0000 against 99.50: 50'],
        score: '100',
        of: '100',
        grade: '优',
      },
    ],
  ])('%s', (_, hours, expected) => {
    expect(evaluated(hours)).toEqual(expected);
  });

  it('an exactly met share of hours scores full, however odd its milliseconds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000_000 }), (count) => {
        const totals: StatusTotals = {
          upMs: 19 * count,
          downMs: count,
          unknownMs: 0,
          maintenanceMs: 0,
          outOfServiceMs: 0,
          strictUpMs: 19 * count,
          strictDownMs: count,
        };
        const [hours] = evaluate(monthlyRunningTemplate, totals).indicators;
        expect(hours!.measured.actual!.gte(hours!.target.value)).toBe(true);
        const [missed] = evaluate(monthlyRunningTemplate, {
          ...totals,
          upMs: totals.upMs - 1,
          downMs: count + 1,
        }).indicators;
        expect(missed!.measured.actual!.lt(missed!.target.value)).toBe(true);
      }),
    );
  });
});
