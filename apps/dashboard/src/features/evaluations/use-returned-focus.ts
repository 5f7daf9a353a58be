import { useEffect, useRef } from 'react';

/**
 * Puts the focus back on the indicator whose drill-down was closed. Done by the page, once the panel is gone: a drawer
 * holds the focus as long as it is there.
 */
export function useReturnedFocus(openedKey: string | null): void {
  const lastKey = useRef(openedKey);
  useEffect(() => {
    const leftKey = lastKey.current;
    lastKey.current = openedKey;
    if (openedKey !== null || leftKey === null) return;
    document.querySelector<HTMLElement>(`[data-indicator="${CSS.escape(leftKey)}"]`)?.focus();
  }, [openedKey]);
}
