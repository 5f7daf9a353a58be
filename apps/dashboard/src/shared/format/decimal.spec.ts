import { ceilDecimal, floorDecimal, groupThousands, roundDecimal } from './decimal.js';

describe('floorDecimal', () => {
  test.each([
    ['99.99996', 2, '99.99'],
    ['100.0000', 2, '100.00'],
    ['99', 2, '99.00'],
    ['7.9', 0, '7'],
    ['0.0049', 2, '0.00'],
    ['-1.231', 2, '-1.24'],
    ['-1.200', 2, '-1.20'],
    ['12345678901234567890.129', 2, '12345678901234567890.12'],
    [71.4, 1, '71.4'],
    [99.96, 1, '99.9'],
    [8.2, 1, '8.2'],
  ])('%s at %d places is %s', (value, digits, expected) => {
    expect(floorDecimal(value, digits)).toBe(expected);
  });
});

describe('roundDecimal', () => {
  test.each([
    [19.99, 1, '20.0'],
    [19.94, 1, '19.9'],
    [0.05, 1, '0.1'],
    [0.04, 1, '0.0'],
    [99.96, 1, '100.0'],
    ['7.5', 0, '8'],
    ['2', 2, '2.00'],
    ['-1.25', 1, '-1.3'],
    ['-0.04', 1, '0.0'],
  ])('%s at %d places is %s', (value, digits, expected) => {
    expect(roundDecimal(value, digits)).toBe(expected);
  });
});

describe('ceilDecimal', () => {
  test.each([
    ['1.3601', 2, '1.37'],
    ['1.36', 2, '1.36'],
    ['0.999', 2, '1.00'],
    ['9.99', 0, '10'],
    ['2', 2, '2.00'],
    ['-1.239', 2, '-1.23'],
    [0.001, 2, '0.01'],
  ])('%s at %d places is %s', (value, digits, expected) => {
    expect(ceilDecimal(value, digits)).toBe(expected);
  });
});

test.each([
  ['7778.61', '7,778.61'],
  ['999', '999'],
  ['1681550240', '1,681,550,240'],
  ['-1234.5', '-1,234.5'],
])('%s is grouped as %s', (value, expected) => expect(groupThousands(value)).toBe(expected));
