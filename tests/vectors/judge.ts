import {
  availability,
  classify,
  complement,
  coverage,
  Decimal,
  floored,
  observed,
  percentText,
  pessimisticAvailability,
  strictAvailability,
  totalsOf,
  union,
  type Interval,
  type StatusTotals,
} from '@opsgauge/domain';
import { z } from 'zod';
import { judgeFaultCase } from './judge-fault-case.js';

export interface Problem {
  readonly got: string;
  readonly want: string;
}

/** What became of one known-answer case; `problem` is null where the domain gives the expected figures. */
export interface Verdict {
  readonly name: string;
  readonly problem: Problem | null;
}

const instant = z.number();
const stretches = z.array(z.tuple([instant, instant])).default([]);
const decimalText = z.string().regex(/^-?\d+(\.\d+)?$/, 'not a decimal number');
const figure = z.union([decimalText, z.number()], 'not a decimal number').nullable().optional();

const caseSchema = z.object({
  window: z.tuple([instant, instant]).refine(([from, to]) => from <= to, 'ends before it starts'),
  down: stretches,
  maintenance: stretches,
  unknown: stretches,
  expect: z.strictObject({
    availabilityPercent: figure,
    coveragePercent: figure,
    pessimisticPercent: figure,
    strictPercent: figure,
    display2: figure,
    upSeconds: figure,
    downSeconds: figure,
    note: z.unknown().optional(),
  }),
});
type KnownAnswer = z.infer<typeof caseSchema>;
type FigureKey = Exclude<keyof KnownAnswer['expect'], 'note'>;

/**
 * Judges one case of a known-answer file. One with `faults` is told in `fault-case.ts`; else it is about availability: instants in seconds, intervals that may overlap, straddle the window or be
 * empty. What is neither down, maintenance nor unknown is up; where down and unknown overlap, down decides.
 *
 * @param nameless what to call the case if it has no name of its own
 */
export function judge(value: unknown, nameless: string): Verdict {
  const named = z.object({ name: z.string().trim().min(1) }).safeParse(value);
  const name = named.success ? named.data.name.replace(/\s+/g, ' ') : nameless;
  const fail = (got: string, want: string): Verdict => ({ name, problem: { got, want } });
  if (!named.success) return fail('no name', 'a case with a name');
  if ('faults' in (value as object)) return { name, problem: judgeFaultCase(value) };

  const parsed = caseSchema.safeParse(value);
  if (!parsed.success) {
    const { path, message } = parsed.error.issues[0]!;
    return fail(`${path.join('.')}: ${message}`, 'a case in the known-answer format');
  }
  const { expect } = parsed.data;
  const keys = figureKeys.filter((key) => expect[key] !== undefined);
  if (keys.length === 0) return fail('nothing to compare', 'at least one expected figure');
  const ticksPerSecond = finestTicks(parsed.data);
  if (ticksPerSecond === null) return fail('instants too large to count', 'seconds within safe integers');

  const totals = countTotals(parsed.data, ticksPerSecond);
  const wrong = keys
    .map((key) => ({ key, got: figures[key](totals, ticksPerSecond), want: expect[key] ?? null }))
    .filter(({ got, want }) => !isSameFigure(got, want));
  const tell = (side: 'got' | 'want') => wrong.map((one) => `${one.key} ${one[side]}`).join(', ');
  return wrong.length > 0 ? fail(tell('got'), tell('want')) : { name, problem: null };
}

const figures: Record<FigureKey, (totals: StatusTotals, ticksPerSecond: number) => string | null> = {
  availabilityPercent: (totals) => percentText(availability(totals)),
  coveragePercent: (totals) => percentText(coverage(totals)),
  pessimisticPercent: (totals) => percentText(pessimisticAvailability(totals)),
  strictPercent: (totals) => percentText(strictAvailability(totals)),
  display2: (totals) => {
    const ratio = availability(totals);
    return ratio && floored(ratio.percent, 2);
  },
  upSeconds: ({ upMs }, ticksPerSecond) => new Decimal(upMs).div(ticksPerSecond).toFixed(),
  downSeconds: ({ downMs }, ticksPerSecond) => new Decimal(downMs).div(ticksPerSecond).toFixed(),
};
const figureKeys = Object.keys(figures) as FigureKey[];

const isSameFigure = (got: string | null, want: string | number | null): boolean =>
  got === null || want === null ? got === want : new Decimal(got).eq(want);

function countTotals(
  { window, down, maintenance, unknown }: KnownAnswer,
  ticksPerSecond: number,
): StatusTotals {
  const ticks = (seconds: number) => new Decimal(seconds).times(ticksPerSecond).round().toNumber();
  const interval = ([from, to]: readonly [number, number]): Interval => ({
    fromMs: ticks(from),
    toMs: ticks(to),
  });
  const period = interval(window);
  const downs = union(down.map(interval));
  const unknowns = union(unknown.map(interval));
  const onlyUnknown = complement([...downs, ...complement(unknowns, period)], period);
  const observations = [
    ...downs.map((one) => observed(one, 'down', 'samples')),
    ...onlyUnknown.map((one) => observed(one, 'unknown', 'samples')),
    ...complement([...downs, ...unknowns], period).map((one) => observed(one, 'up', 'samples')),
  ].sort((a, b) => a.fromMs - b.fromMs);
  const overlay = { maintenance: maintenance.map(interval), service: [period] };
  return totalsOf(classify(observations, overlay, period));
}

/**
 * The domain counts whole ticks; which ones is the same to every share. Milliseconds do, unless a case is finer; what is
 * too fine for safe integers is rounded. Null where not even seconds can be counted.
 */
function finestTicks({ window, down, maintenance, unknown }: KnownAnswer): number | null {
  const instants = [window, ...down, ...maintenance, ...unknown].flat().map((one) => new Decimal(one));
  const latest = Decimal.max(...instants.map((one) => one.abs()));
  let decimals = Math.max(3, ...instants.map((one) => one.decimalPlaces()));
  const isCountable = () => latest.times(10 ** decimals).lte(Number.MAX_SAFE_INTEGER);
  while (decimals > 0 && !isCountable()) decimals--;
  return isCountable() ? 10 ** decimals : null;
}
