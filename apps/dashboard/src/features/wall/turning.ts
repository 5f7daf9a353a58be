/** What of a long list stands on the display at `now`: its pages take turns, each for `everyMs`. */
export function pageAt<T>(
  items: readonly T[],
  perPage: number,
  everyMs: number,
  now: number,
): { shown: T[]; page: number; pages: number } {
  const pages = Math.max(1, Math.ceil(items.length / perPage));
  const page = Math.floor(now / everyMs) % pages;
  return { shown: items.slice(page * perPage, (page + 1) * perPage), page, pages };
}
