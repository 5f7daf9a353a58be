import type { Actual } from '@opsgauge/contract';
import { scoreFormula } from './score-formula.js';

const actual = (overrides: Partial<Actual>): Actual => ({
  key: 'k',
  name: '系统正常运行率',
  unit: '%',
  operator: '>=',
  target: '99.5',
  targetSharePercent: null,
  actual: '99.9812',
  numerator: '1',
  denominator: '1',
  coveragePercent: '100.0000',
  fullScore: '50',
  score: '50',
  measure: 'availability@1',
  ruleSet: 'linear@1',
  evidenceUrl: '/api/v1/systems/x/availability',
  ...overrides,
});

test.each<[string, Partial<Actual>]>([
  ['met', {}],
  ['noData', { actual: null, score: null }],
  ['insufficient', { score: null, coveragePercent: '90.0000' }],
  ['proportional', { actual: '98', score: '49.25' }],
  ['linear', { operator: '<=', target: '2', actual: '2.5', score: '37.5' }],
  ['ratio', { operator: '<=', target: '2', actual: '2.5', score: '40', ruleSet: 'ratio@1' }],
  ['zero', { operator: '<=', target: '0', actual: '1', score: '0' }],
])('%s', (key, overrides) => expect(scoreFormula(actual(overrides)).key).toBe(key));

test('its inputs have the four decimals of a drill-down', () => {
  expect(scoreFormula(actual({ target: '468.0941', actual: '467.1508', score: '49.89' })).values).toEqual({
    full: '50.00',
    actual: '467.1508',
    target: '468.0941',
    score: '49.89',
  });
});
