import fc from 'fast-check';
import { Decimal } from '../numbers.js';
import { ruleSets, type RuleSet } from './rule-set.js';
import { gradeOf, scoreActual } from './score.js';
import { isTargetMet, normalizeTarget, type TargetOperator } from './target.js';

const linear: RuleSet = ruleSets['linear@1'];
const ratio: RuleSet = ruleSets['ratio@1'];
const target = (operator: TargetOperator, value: number | string | Decimal) => ({
  operator,
  value: new Decimal(value),
});
const score = (actual: string, operator: TargetOperator, value: string, full: string, rules = linear) =>
  scoreActual(new Decimal(actual), target(operator, value), new Decimal(full), rules).toFixed();

describe('score of an actual', () => {
  it.each<[string, TargetOperator, string, string, string]>([
    // actual, operator, target, full, score
    ['99.5', '>=', '99.5', '50', '50'],
    ['120', '>=', '100', '50', '50'],
    ['59.85', '>=', '60', '10', '9.98'],
    ['0', '>=', '60', '10', '0'],
    ['-5', '>=', '60', '10', '0'],
    ['-5', '>=', '-4', '10', '0'],
    ['10.005', '>=', '30', '30', '10.01'],
    ['12', '=', '12', '10', '10'],
    ['13', '=', '12', '10', '10'],
    ['6', '=', '12', '10', '5'],
    ['0', '=', '0', '10', '10'],
    ['1', '=', '0', '10', '0'],
    ['2', '<=', '2', '10', '10'],
    ['3', '<=', '2', '10', '5'],
    ['4', '<=', '2', '10', '0'],
    ['9', '<=', '2', '10', '0'],
    ['0', '<=', '0', '10', '10'],
    ['1', '<=', '0', '10', '0'],
    ['60', '>', '60', '10', '9.99'],
    ['60.0001', '>', '60', '10', '10'],
    ['2', '<', '2', '10', '9.99'],
    ['1.99', '<', '2', '10', '10'],
    ['59.9999999', '>', '60', '10', '9.99'],
  ])('%s against %s %s of %s → %s', (actual, operator, value, full, expected) => {
    expect(score(actual, operator, value, full)).toBe(expected);
  });

  it('of a missed upper target is by rule set', () => {
    expect(score('3', '<=', '2', '10', linear)).toBe('5');
    expect(score('3', '<=', '2', '10', ratio)).toBe('6.67');
    expect(score('8', '<=', '2', '10', ratio)).toBe('2.5');
  });

  it('divides last: a third of 30.015 is exactly 10.005, and rounds up', () => {
    expect(score('1', '>=', '3', '30.015')).toBe('10.01');
  });

  it('of a count against a target that cannot be met is 0', () => {
    const unreachable = normalizeTarget(target('<', 0), true);
    expect(scoreActual(new Decimal(0), unreachable, new Decimal(10), linear).toNumber()).toBe(0);
  });

  const value = fc.integer({ min: 0, max: 100_000 }).map((one) => new Decimal(one).div(100));
  const operator = fc.constantFrom<TargetOperator>('>=', '<=', '=', '>', '<');
  const rules = fc.constantFrom(linear, ratio);
  const full = fc.integer({ min: 1, max: 10_000 }).map((one) => new Decimal(one).div(100));

  it('lies in [0, full], has two decimals, and is full where the target is met', () => {
    fc.assert(
      fc.property(value, operator, value, full, rules, (actual, sign, goal, most, rule) => {
        const found = scoreActual(actual, target(sign, goal), most, rule);
        expect(found.gte(0) && found.lte(most) && found.decimalPlaces() <= 2).toBe(true);
        if (isTargetMet(actual, target(sign, goal))) expect(found.eq(most)).toBe(true);
      }),
    );
  });

  it('never falls when the actual gets better', () => {
    const signs = fc.constantFrom<TargetOperator>('>=', '<=', '>', '<');
    fc.assert(
      fc.property(value, value, signs, value, full, rules, (one, other, sign, goal, most, rule) => {
        const [low, high] = [Decimal.min(one, other), Decimal.max(one, other)].map((actual) =>
          scoreActual(actual, target(sign, goal), most, rule),
        );
        const isUpward = sign === '>=' || sign === '>';
        expect(isUpward ? low!.lte(high!) : low!.gte(high!)).toBe(true);
      }),
    );
  });

  it('equal to a strict target on a continuous value is never full', () => {
    const strict = fc.constantFrom<TargetOperator>('<', '>');
    fc.assert(
      fc.property(value, strict, full, rules, (same, sign, most, rule) => {
        expect(scoreActual(same, target(sign, same), most, rule).lt(most)).toBe(true);
      }),
    );
  });
});

describe('strict targets on counts', () => {
  it.each<[TargetOperator, string, TargetOperator, string]>([
    ['<', '1', '<=', '0'],
    ['<', '1.5', '<=', '1'],
    ['<', '0', '<=', '-1'],
    ['>', '4', '>=', '5'],
    ['>', '4.5', '>=', '5'],
    ['>=', '4', '>=', '4'],
    ['=', '4', '=', '4'],
  ])('%s %s → %s %s', (operator, value, normal, normalValue) => {
    expect(normalizeTarget(target(operator, value), true)).toEqual(target(normal, normalValue));
    expect(normalizeTarget(target(operator, value), false)).toEqual(target(operator, value));
  });

  it('are met by the same counts after as before', () => {
    const count = fc.integer({ min: 0, max: 20 }).map((one) => new Decimal(one));
    const goal = fc.integer({ min: 0, max: 40 }).map((one) => new Decimal(one).div(2));
    fc.assert(
      fc.property(count, fc.constantFrom<TargetOperator>('<', '>'), goal, (actual, operator, of) => {
        const strict = target(operator, of);
        expect(isTargetMet(actual, normalizeTarget(strict, true))).toBe(isTargetMet(actual, strict));
      }),
    );
  });
});

describe('grade of a printed total', () => {
  it.each([
    ['100', '优'],
    ['90', '优'],
    ['89.99', '良'],
    ['80', '良'],
    ['79.99', '中'],
    ['60', '中'],
    ['59.99', '差'],
    ['0', '差'],
  ])('%s → %s', (total, grade) => {
    expect(gradeOf(new Decimal(total), linear)).toBe(grade);
  });
});
