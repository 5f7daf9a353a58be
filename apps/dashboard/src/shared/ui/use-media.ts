import { useCallback, useSyncExternalStore } from 'react';

/** Whether the media query holds now. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const media = matchMedia(query);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches);
}

/** Bottom tabs and two-line rows. */
export const useIsPhone = (): boolean => useMedia('(max-width: 767px)');
/** Icons for a navigation; nothing docked beside a table. */
export const useIsNarrow = (): boolean => useMedia('(max-width: 1199px)');
