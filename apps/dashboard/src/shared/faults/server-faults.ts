import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { faultsQuery } from '../api/faults.js';

/** As many as one answer holds: enough to mark rows by. */
const markedMax = 200;

/** How many faults of each server are not over. */
export function useFaultsByServer(): ReadonlyMap<string, number> {
  const { data } = useQuery(faultsQuery({ isOver: false }, markedMax));
  return useMemo(() => {
    const counts = new Map<string, number>();
    for (const { serverId } of data?.items ?? [])
      if (serverId) counts.set(serverId, (counts.get(serverId) ?? 0) + 1);
    return counts;
  }, [data]);
}
