/** Figures computed anew from whole milliseconds, in whole numbers only: what the hub's own arithmetic is held against. */

type Rounding = 'floor' | 'ceil' | 'half-up';

/** `numerator ÷ denominator` with so many decimals. */
export function quotientText(
  numerator: bigint,
  denominator: bigint,
  decimals: number,
  rounding: Rounding,
): string {
  const scaled = numerator * 10n ** BigInt(decimals);
  const floor = scaled / denominator;
  const rest = scaled % denominator;
  const isUp = rounding === 'ceil' ? rest > 0n : rounding === 'half-up' && 2n * rest >= denominator;
  const digits = String(isUp ? floor + 1n : floor).padStart(decimals + 1, '0');
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** A share in percent, floored to four decimals; null where there is nothing to share. */
export const flooredPercent = (part: number, whole: number): string | null =>
  whole === 0 ? null : quotientText(BigInt(part) * 100n, BigInt(whole), 4, 'floor');
