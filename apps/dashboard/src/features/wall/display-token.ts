/**
 * The read-only token of a display that no login outlives, from the address it was opened by: `/wall#token=ogt_…`.
 * What stands behind `#` never leaves the browser.
 */
export const displayToken = (hash: string): string | null =>
  new URLSearchParams(hash.replace(/^#/, '')).get('token');
