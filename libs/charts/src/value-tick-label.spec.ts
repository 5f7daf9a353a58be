import { valueTickLabel } from './value-tick-label.js';

test.each([
  [0, '0'],
  [0.30000000000000004, '0.3'],
  [75, '75'],
  [5000, '5000'],
  [12_000, '12k'],
  [250_000, '250k'],
  [1_500_000, '1.5M'],
  [-20_000, '-20k'],
  [3e9, '3G'],
])('%d reads %s', (value, text) => expect(valueTickLabel(value)).toBe(text));
