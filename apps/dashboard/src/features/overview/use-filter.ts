import { useCallback, useMemo } from 'react';
import { useAddress } from '../../shared/ui/use-address.js';
import type { ServerFilter, StatusFilter } from './server-filter.js';

export type ServerView = 'table' | 'cards';

const statuses: StatusFilter[] = ['all', 'up', 'down', 'maintenance', 'unknown'];

/** Filter and view live in the address, so that a view can be sent to a colleague. */
export function useFilter() {
  const { parameters, change } = useAddress();
  const filter = useMemo<ServerFilter>(
    () => ({
      status: statuses.find((status) => status === parameters.get('status')) ?? 'all',
      systemId: parameters.get('system'),
      text: parameters.get('q') ?? '',
      isProblemsOnly: parameters.get('problems') === '1',
    }),
    [parameters],
  );
  const view: ServerView = parameters.get('view') === 'cards' ? 'cards' : 'table';
  const set = useCallback(
    (name: 'status' | 'system' | 'q' | 'problems' | 'view', value: string | null) =>
      change((known) => {
        if (value) known.set(name, value);
        else known.delete(name);
        return known;
      }),
    [change],
  );
  const clear = useCallback(
    () => change((known) => new URLSearchParams(known.get('view') ? { view: 'cards' } : {})),
    [change],
  );
  return { filter, view, set, clear };
}
