import fc from 'fast-check';
import { ceiled, Decimal, floored, hoursOf, percentText, ratio, roundedHalfUp } from './numbers.js';

describe('numbers', () => {
  it.each([
    ['99.995', '99.99', '100.00', '100.00'],
    ['99.9949', '99.99', '100.00', '99.99'],
    ['99.5', '99.50', '99.50', '99.50'],
    ['0.001', '0.00', '0.01', '0.00'],
  ])('%s prints floored %s, ceiled %s, half-up %s', (text, floor, ceil, halfUp) => {
    const value = new Decimal(text);
    expect([floored(value, 2), ceiled(value, 2), roundedHalfUp(value, 2)]).toEqual([floor, ceil, halfUp]);
  });

  it('a missed target never prints as met', () => {
    const value = fc.integer({ min: 0, max: 1_000_000_000 }).map((one) => new Decimal(one).div(10_000_000));
    const target = fc.integer({ min: 0, max: 10_000 }).map((one) => new Decimal(one).div(100));
    fc.assert(
      fc.property(value, target, fc.constantFrom(2, 4), (actual, of, decimals) => {
        if (actual.lt(of)) expect(new Decimal(floored(actual, decimals)).lt(of)).toBe(true);
        if (actual.gt(of)) expect(new Decimal(ceiled(actual, decimals)).gt(of)).toBe(true);
      }),
    );
  });

  it('a quotient of nothing has no value', () => {
    expect(ratio(0, 0)).toBeNull();
    expect(percentText(null)).toBeNull();
    expect(percentText(ratio(2, 3))).toBe('66.6666');
  });

  it('equal times are equal hours, also where hours have no end of decimals', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), (count) => {
        const share = hoursOf(new Decimal(count * 20).times('95').div(100));
        expect(hoursOf(count * 19).eq(share)).toBe(true);
        expect(hoursOf(count * 19 - 1).lt(share)).toBe(true);
      }),
    );
  });
});
