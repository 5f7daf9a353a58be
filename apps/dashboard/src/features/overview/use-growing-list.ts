import { useCallback, useState } from 'react';

/** The first `step` items, and more whenever the end of the list comes into view. */
export function useGrowingList<T>(items: readonly T[], step: number) {
  const [count, setCount] = useState(step);
  const end = useCallback(
    (element: HTMLElement | null) => {
      if (!element) return undefined;
      const observer = new IntersectionObserver(
        (entries) => entries.some((entry) => entry.isIntersecting) && setCount((known) => known + step),
        { rootMargin: '600px' },
      );
      observer.observe(element);
      return () => observer.disconnect();
    },
    [step],
  );
  return { shown: items.slice(0, count), hasMore: count < items.length, end, key: count };
}
