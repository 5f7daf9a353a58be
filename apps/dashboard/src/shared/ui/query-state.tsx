import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ErrorState } from './error-state.js';
import { SkeletonRows } from './skeleton-rows.js';

interface QueryStateProps<T> {
  query: UseQueryResult<T>;
  errorTitle: string;
  skeletonRows?: number;
  children: (data: T) => ReactNode;
}

/** Loading, failed or there. Data that was read once stays on screen when a later reading fails. */
export function QueryState<T>({ query, errorTitle, skeletonRows, children }: QueryStateProps<T>) {
  if (query.data !== undefined) return children(query.data);
  if (query.isError)
    return <ErrorState title={errorTitle} error={query.error} onRetry={() => void query.refetch()} />;
  return <SkeletonRows {...(skeletonRows === undefined ? {} : { rows: skeletonRows })} />;
}
