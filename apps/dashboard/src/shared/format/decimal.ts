const split = (value: string | number): [string, string] => {
  const [whole = '0', fraction = ''] = (typeof value === 'number' ? value.toFixed(6) : value).split('.');
  return [whole, fraction];
};

/**
 * A decimal cut to `digits` places, never rounded up, so that 99.99996 does not print as 100. Decimals of the
 * contract are strings and are cut as strings; numbers are taken at six places.
 */
export function floorDecimal(value: string | number, digits: number): string {
  const [whole, fraction] = split(value);
  const isNegative = whole.startsWith('-');
  const isCutClean = /^0*$/.test(fraction.slice(digits));
  if (isNegative && !isCutClean) return `-${raise(whole.slice(1), fraction, digits)}`;
  return digits === 0 ? whole : `${whole}.${fraction.padEnd(digits, '0').slice(0, digits)}`;
}

/** As `floorDecimal`, but never rounded down: for figures that must stay below a target. */
export function ceilDecimal(value: string | number, digits: number): string {
  const [whole, fraction] = split(value);
  if (whole.startsWith('-') || /^0*$/.test(fraction.slice(digits)))
    return floorDecimal(trim(value, digits), digits);
  return raise(whole, fraction, digits);
}

/** A decimal rounded to `digits` places, halves away from zero: for plain readings, which meet no target. */
export function roundDecimal(value: string | number, digits: number): string {
  const [whole, fraction] = split(value);
  const isNegative = whole.startsWith('-');
  const magnitude = `${isNegative ? whole.slice(1) : whole}.${fraction}`;
  const isRaised = (fraction[digits] ?? '0') >= '5';
  const rounded = isRaised
    ? raise(magnitude.split('.')[0]!, fraction, digits)
    : floorDecimal(magnitude, digits);
  return isNegative && Number(rounded) !== 0 ? `-${rounded}` : rounded;
}

const trim = (value: string | number, digits: number): string => {
  const [whole, fraction] = split(value);
  return `${whole}.${fraction.padEnd(digits, '0').slice(0, digits)}`;
};

const raise = (whole: string, fraction: string, digits: number): string => {
  const scaled = String(BigInt(whole + fraction.padEnd(digits, '0').slice(0, digits)) + 1n).padStart(
    digits + 1,
    '0',
  );
  return digits === 0 ? scaled : `${scaled.slice(0, -digits)}.${scaled.slice(-digits)}`;
};

/** `7778.61` as `7,778.61`. */
export function groupThousands(decimal: string): string {
  const [whole = '', fraction] = decimal.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
