import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { faultPagesQuery, type FaultSelection } from '../../../shared/api/faults.js';
import { useReread } from '../../../shared/api/use-reread.js';

/** As many as are read before somebody asks for more. */
const pageSize = 50;
/** Clocks that stop or go on by a calendar say so when they are read. */
const readAgainMs = 60_000;

/** The faults of a selection as far as they were asked for, and how many there are. */
export function useFaultPages(selection: FaultSelection, isEnabled = true) {
  const options = faultPagesQuery(selection, pageSize);
  const query = useInfiniteQuery({
    ...options,
    enabled: isEnabled,
    placeholderData: keepPreviousData,
  });
  useReread(options.queryKey, readAgainMs);
  const { data } = query;
  return useMemo(
    () => ({
      faults: data?.pages.flatMap(({ items }) => items) ?? [],
      total: data?.pages[0]?.total ?? 0,
      query,
    }),
    [data, query],
  );
}
export type FaultPages = ReturnType<typeof useFaultPages>;
