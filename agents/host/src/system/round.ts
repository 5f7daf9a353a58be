const scaled = (value: number, factor: number): number | undefined =>
  Number.isFinite(value) ? Math.round(Math.max(0, value) * factor) / factor : undefined;

/** Two decimals, not below 0; `undefined` for what is no number, so that it is left out and not sent as null. */
export const toHundredths = (value: number): number | undefined => scaled(value, 100);

/** Two decimals within 0 and 100. */
export const toPercent = (value: number): number | undefined => toHundredths(Math.min(100, value));

/** A whole number, not below 0: bytes, bytes a second. */
export const toWhole = (value: number): number | undefined => scaled(value, 1);
