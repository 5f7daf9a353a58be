import { useEffect } from 'react';
import { useLive } from '../../shared/live/live-provider.js';

/** While this page is open and in sight, the server's agent samples faster; a page in the background asks for nothing. */
export function useWatching(serverId: string): void {
  const { watch } = useLive();
  useEffect(() => {
    const tell = () => watch(document.hidden ? null : serverId);
    tell();
    document.addEventListener('visibilitychange', tell);
    return () => {
      document.removeEventListener('visibilitychange', tell);
      watch(null);
    };
  }, [serverId, watch]);
}
