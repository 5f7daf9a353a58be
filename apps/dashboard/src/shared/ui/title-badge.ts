let count = 0;
const listeners = new Set<() => void>();

/** The number before the title of every page, so that a tab in the background tells it; 0 takes it away. */
export function setTitleBadge(next: number): void {
  if (next === count) return;
  count = next;
  for (const listener of listeners) listener();
}

export const titleBadge = (): number => count;

export function onTitleBadge(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
