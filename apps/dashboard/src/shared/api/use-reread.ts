import { useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useEffect } from 'react';

/**
 * Reads a query again every so often while the page is in sight. A query's own interval begins anew with every live
 * event that is brought into it, and so never ends where they come more often.
 *
 * @param key of the query, and only of it
 */
export function useReread(key: QueryKey, everyMs: number): void {
  const client = useQueryClient();
  const text = JSON.stringify(key);
  useEffect(() => {
    const queryKey = JSON.parse(text) as QueryKey;
    const timer = setInterval(() => {
      if (!document.hidden) void client.invalidateQueries({ queryKey, exact: true });
    }, everyMs);
    return () => clearInterval(timer);
  }, [client, text, everyMs]);
}
