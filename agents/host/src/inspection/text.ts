/** Text within the contract's bounds; what is no text is empty. */
export const bounded = (value: unknown, lengthMax: number): string =>
  (typeof value === 'string' ? value : '').trim().slice(0, lengthMax);
