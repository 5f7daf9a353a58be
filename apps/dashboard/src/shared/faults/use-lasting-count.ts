import { useQuery } from '@tanstack/react-query';
import { lastingFaultsQuery } from '../api/faults.js';

/** How many faults are not over, of those that one may see; 0 until it is known. */
export const useLastingCount = (): number => useQuery(lastingFaultsQuery).data?.total ?? 0;
