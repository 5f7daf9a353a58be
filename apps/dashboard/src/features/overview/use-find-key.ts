import type { InputRef } from 'antd';
import { useEffect, useRef } from 'react';

/**
 * The browser's own search finds only what is drawn. Where a list is drawn in part, its key leads to the list's
 * search first; pressed there again it opens the browser's.
 */
export function useFindKey(isActive: boolean) {
  const input = useRef<InputRef>(null);
  useEffect(() => {
    if (!isActive) return undefined;
    const find = (event: KeyboardEvent) => {
      const isFind = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'f';
      if (!isFind || document.activeElement === input.current?.input) return;
      event.preventDefault();
      input.current?.focus({ cursor: 'all' });
    };
    addEventListener('keydown', find);
    return () => removeEventListener('keydown', find);
  }, [isActive]);
  return input;
}
