import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import type { Session } from '@opsgauge/contract';
import { ApiError } from './api-error.js';
import { keys } from './keys.js';

const mayRetry = (failures: number, error: Error): boolean =>
  failures < 2 && error instanceof ApiError && (error.code === 'unreachable' || error.status >= 500);

/**
 * The page's one cache. A request refused as not logged in empties the session, which leads to the login page; one
 * refused for a generated password leads to its replacement.
 */
export function createQueryClient(): QueryClient {
  const endSession = (error: Error) => {
    if (!(error instanceof ApiError)) return;
    if (error.code === 'password_change_required')
      client.setQueryData<Session>(
        keys.session,
        (session) => session && { ...session, mustChangePassword: true },
      );
    if (error.code !== 'not_authenticated') return;
    client.setQueryData<Session>(keys.session, (session) => session && { ...session, user: null });
  };
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: endSession }),
    mutationCache: new MutationCache({ onError: endSession }),
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        retry: mayRetry,
        retryDelay: (attempt) => 500 * 2 ** attempt,
        refetchOnWindowFocus: true,
      },
    },
  });
  return client;
}
