import {
  actualFigure,
  byteSize,
  figureDigits,
  isCoverageLow,
  megabits,
  percent,
  targetFigure,
} from './figures.js';

test('a percentage is cut, so that a missed target never prints as met', () => {
  expect(percent('99.99996')).toBe('99.99 %');
  expect(percent(null)).toBe('—');
});

test('no coverage at all is low', () => {
  expect(isCoverageLow(null)).toBe(true);
  expect(isCoverageLow('94.9999')).toBe(true);
  expect(isCoverageLow('95.0000')).toBe(false);
});

test('an actual is rounded against its target', () => {
  expect(actualFigure({ actual: '99.4999', operator: '>=' })).toBe('99.49');
  expect(actualFigure({ actual: '2.0001', operator: '<=' })).toBe('2.01');
  expect(actualFigure({ actual: null, operator: '>=' })).toBe('—');
});

test('a target is rounded away from the actual and has no needless zeros', () => {
  expect(targetFigure({ target: '468.0941', operator: '>=' })).toBe('468.1');
  expect(targetFigure({ target: '2.009', operator: '<=' })).toBe('2');
  expect(targetFigure({ target: '7800.00', operator: '>=' })).toBe('7,800');
  expect(targetFigure({ target: '100', operator: '=' })).toBe('100');
});

test.each([
  [0, '0.0 KiB'],
  [400, '0.4 KiB'],
  [1024 * 1024 - 1, '1.0 MiB'],
  [12.34 * 2 ** 20, '12.3 MiB'],
  [1.5 * 2 ** 30, '1.5 GiB'],
  [5000 * 2 ** 40, '5,000.0 TiB'],
])('%s bytes print as %s', (bytes, text) => expect(byteSize(bytes)).toBe(text));

test('bytes a second are shown in megabits', () => {
  expect(megabits(4_825_000)).toBe('38.6');
  expect(megabits(undefined)).toBe('—');
});

test.each([
  ['0.0194', '0.0185', 4],
  ['467.1508', '468.0941', 2],
  ['99.9912', '99.5', 2],
  ['99.5', '99.5', 2],
  ['99.4999', '99.5', 2],
  ['99.5001', '99.5', 4],
])('%s of %s is printed with %d decimals', (actual, target, digits) => {
  expect(figureDigits({ actual, target, operator: '>=' })).toBe(digits);
});
