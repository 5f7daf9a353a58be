/** As agents round what they measure. */
export const toHundredths = (value: number): number => Math.round(Math.max(0, value) * 100) / 100;

/** Two decimals within 0 and 100. */
export const toPercent = (value: number): number => toHundredths(Math.min(100, value));

/** A whole number, not below 0: bytes, bytes a second. */
export const toWhole = (value: number): number => Math.round(Math.max(0, value));
