import {
  ceiled,
  Decimal,
  faultMeasures,
  faultsOfPeriod,
  floored,
  hourMs,
  isExcluded,
  judgeFault,
  minuteMs,
  recoveredAt,
  startOf,
  type FaultActual,
  type FaultMeasureKey,
} from '@opsgauge/domain';
import { faultCaseSchema, type ExpectedFault } from './fault-case.js';
import { faultsOfCase, type ToldFault } from './faults-of-case.js';
import type { Problem } from './judge.js';

/**
 * Judges one case about faults. Rates compare floored, hours ceiled to four decimals; minutes and hours of a clock are
 * exact.
 *
 * @returns null where the domain gives what is expected
 */
export function judgeFaultCase(value: unknown): Problem | null {
  const parsed = faultCaseSchema.safeParse(value);
  if (!parsed.success) {
    const { path, message } = parsed.error.issues[0]!;
    return { got: `${path.join('.')}: ${message}`, want: 'a case in the format for faults' };
  }
  const { expect, period, now } = parsed.data;
  const told = faultsOfCase(parsed.data);
  const counted = faultsOfPeriod(told, { fromMs: period.from, toMs: period.to }, now);
  const actuals = Object.fromEntries(
    Object.entries(faultMeasures).map(([key, measure]) => [key, measure.count(counted)]),
  ) as Record<FaultMeasureKey, FaultActual>;

  const differences: Difference[] = [
    ...measureKeys
      .filter((key) => expect[key] !== undefined)
      .map((key) => figure(key, printed(key, actuals[key]), expect[key]!)),
    ...Object.entries(expect.fractions ?? {}).map(([key, want]) => {
      const actual = actuals[key as FaultMeasureKey] as FaultActual | undefined;
      return exact(
        `${key} fraction`,
        actual ? `${actual.numerator}/${actual.denominator}` : 'no measure',
        want,
      );
    }),
    ...Object.entries(expect.evidence ?? {}).map(([key, want]) =>
      exact(`${key} evidence`, actuals[key as FaultMeasureKey]?.evidenceFaultIds ?? 'no measure', want),
    ),
    ...Object.entries(expect.faults ?? {}).flatMap(([id, wanted]) =>
      compareFault(
        id,
        told.find((one) => one.id === id),
        wanted,
        (one) => factsOf(one, told, now),
      ),
    ),
    ...told
      .filter(({ id, refused }) => refused.length > 0 && !expect.faults?.[id])
      .map(({ id, refused }) => exact(`${id} refused`, refused, [])),
  ];
  const wrong = differences.filter(({ got, want, isSame }) => !(isSame ?? got === want));
  if (wrong.length === 0) return null;
  const tell = (side: 'got' | 'want') => wrong.map((one) => `${one.what} ${one[side]}`).join(', ');
  return { got: tell('got'), want: tell('want') };
}

interface Difference {
  readonly what: string;
  readonly got: string;
  readonly want: string;
  readonly isSame?: boolean;
}

const measureKeys = Object.keys(faultMeasures) as FaultMeasureKey[];

const printed = (key: FaultMeasureKey, { actual }: FaultActual): string | null =>
  actual && (faultMeasures[key].unit === '小时' ? ceiled(actual, 4) : floored(actual, 4));

const figure = (what: string, got: string | null, want: string | number | null): Difference => ({
  what,
  got: String(got),
  want: String(want),
  isSame: got === null || want === null ? got === want : new Decimal(got).eq(want),
});

const exact = (what: string, got: unknown, want: unknown): Difference => ({
  what,
  got: JSON.stringify(got),
  want: JSON.stringify(want),
});

function compareFault(
  id: string,
  one: ToldFault | undefined,
  wanted: ExpectedFault | null,
  facts: (one: ToldFault) => Required<ExpectedFault>,
): Difference[] {
  if (!one || wanted === null) return [exact(id, one ? 'there' : null, wanted && 'there')];
  const got = facts(one);
  return (Object.keys({ refused: [], ...wanted }) as (keyof ExpectedFault)[]).map((key) =>
    key === 'responseMinutes' || key === 'repairHours'
      ? figure(`${id} ${key}`, got[key], wanted[key]!)
      : key === 'refused'
        ? exact(`${id} ${key}`, got[key], wanted[key] ?? [])
        : exact(`${id} ${key}`, readable(got[key]), readable(wanted[key])),
  );
}

/** An instant as it is read; anything else as it is. */
const readable = (value: unknown): unknown =>
  typeof value === 'number' && value > 1e9 ? new Date(value).toISOString() : value;

function factsOf(one: ToldFault, all: readonly ToldFault[], nowMs: number): Required<ExpectedFault> {
  const { response, repair, major, repeatedFaultId, flapCount } = judgeFault(one, all, nowMs);
  return {
    state: one.fault.state,
    start: startOf(one.fault),
    recovered: recoveredAt(one.fault),
    response: response.state,
    responseMinutes: new Decimal(response.elapsedMs).div(minuteMs).toFixed(),
    responseDeadline: response.deadlineMs,
    repair: repair.state,
    repairHours: new Decimal(repair.elapsedMs).div(hourMs).toFixed(),
    repairDeadline: repair.deadlineMs,
    isMajor: major.isMajor,
    isMajorByRule: major.byRule,
    isExcluded: isExcluded(one.fault),
    cause: one.fault.cause,
    repeats: repeatedFaultId,
    flapCount,
    refused: [...one.refused],
  };
}
