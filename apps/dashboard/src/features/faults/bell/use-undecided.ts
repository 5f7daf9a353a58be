import type { FaultsResponse } from '@opsgauge/contract';
import { useQuery } from '@tanstack/react-query';
import { undecidedFaultsQuery } from '../../../shared/api/faults.js';
import { sessionQuery } from '../../../shared/api/queries.js';
import { useReread } from '../../../shared/api/use-reread.js';

/**
 * The faults that wait for the decision of whoever looks; undefined for all but owners, who alone decide, and until it
 * is known.
 */
export function useUndecided(everyMs: number): FaultsResponse | undefined {
  const { data: session } = useQuery(sessionQuery);
  const isOwner = session?.user?.role === 'owner';
  const { data } = useQuery({ ...undecidedFaultsQuery, enabled: isOwner });
  useReread(undecidedFaultsQuery.queryKey, everyMs);
  return isOwner ? data : undefined;
}
