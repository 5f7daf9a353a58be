import { type Decimal } from '../numbers.js';

export type TargetOperator = '>=' | '<=' | '=' | '>' | '<';

/** A target in the form that is scored: strictness on counts resolved. */
export interface Target {
  readonly operator: TargetOperator;
  readonly value: Decimal;
}

/** Strict targets on counts are normalised first: `< 1` → `≤ 0`, `> 4` → `≥ 5`. Others stay as they are. */
export function normalizeTarget(target: Target, isCount: boolean): Target {
  if (!isCount) return target;
  if (target.operator === '<') return { operator: '<=', value: target.value.ceil().minus(1) };
  if (target.operator === '>') return { operator: '>=', value: target.value.floor().plus(1) };
  return target;
}

/** Compares exact numbers; equality with a strict target is not met. `=` with a target above 0 is met as `≥` is. */
export function isTargetMet(actual: Decimal, { operator, value }: Target): boolean {
  switch (operator) {
    case '>=':
      return actual.gte(value);
    case '<=':
      return actual.lte(value);
    case '>':
      return actual.gt(value);
    case '<':
      return actual.lt(value);
    case '=':
      return value.gt(0) ? actual.gte(value) : actual.eq(value);
  }
}
