import type { FaultRule } from '@opsgauge/contract';
import { ruleValues, thresholdInput } from './rule-values.js';

const rule: FaultRule = {
  id: 'x',
  code: 'cpu-busy',
  name: null,
  condition: {
    signal: 'cpuPercent',
    comparison: 'above',
    threshold: 81.5,
    forSeconds: 90,
    keepFiringSeconds: 0,
  },
  severity: 'serious',
  isEnabled: true,
  exceptions: [],
};

test('what a form was opened with and not changed is sent as it came', () => {
  expect(thresholdInput(ruleValues(rule, 'CPU'))).toEqual(rule.condition);
});

test('a new rule has sensible values', () => {
  expect(ruleValues(null, '')).toMatchObject({
    name: '',
    forMinutes: 5,
    keepFiringMinutes: 5,
    severity: 'minor',
  });
});
