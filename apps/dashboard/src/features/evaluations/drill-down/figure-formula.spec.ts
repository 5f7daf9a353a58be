import { figureFormula } from './figure-formula.js';

const upHours = {
  actual: '0.017855',
  operator: '>=',
  numerator: '64281',
  denominator: '65439',
  measure: 'up-hours@1',
} as const;

test('hours are the time that was up by the milliseconds of an hour', () =>
  expect(figureFormula(upHours, '小时')).toBe('64,281 ms ÷ 3,600,000 = 0.0178 小时'));

test('an availability is a quotient', () =>
  expect(figureFormula({ ...upHours, actual: '98.2304', measure: 'availability@1' }, '%')).toBe(
    '64,281 ÷ 65,439 ms → 98.2304 %',
  ));

test('without a value nothing is divided into one', () => {
  expect(figureFormula({ ...upHours, actual: null }, '小时')).toBe('64,281 ms');
  expect(figureFormula({ ...upHours, actual: null, measure: 'availability@1' }, '%')).toBe(
    '64,281 ÷ 65,439 ms',
  );
});
