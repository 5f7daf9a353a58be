import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { ServerFilter, StatusFilter } from './server-filter.js';

export type ServerView = 'table' | 'cards';

const statuses: StatusFilter[] = ['all', 'up', 'down', 'maintenance', 'unknown'];

/** Filter and view live in the address, so that a view can be sent to a colleague. */
export function useFilter() {
  const [parameters, setParameters] = useSearchParams();
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
      setParameters(
        (known) => {
          const next = new URLSearchParams(known);
          if (value) next.set(name, value);
          else next.delete(name);
          return next;
        },
        { replace: true },
      ),
    [setParameters],
  );
  const clear = useCallback(
    () =>
      setParameters((known) => new URLSearchParams(known.get('view') ? { view: 'cards' } : {}), {
        replace: true,
      }),
    [setParameters],
  );
  return { filter, view, set, clear };
}
