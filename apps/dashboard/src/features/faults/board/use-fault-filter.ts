import { useCallback, useMemo } from 'react';
import { useAddress } from '../../../shared/ui/use-address.js';
import { filterOf, type FaultFilter, type FilterName } from './fault-filter.js';

export interface FilterControl {
  filter: FaultFilter;
  /** Null or an empty text takes a part away. */
  set: (parts: Partial<Record<FilterName, string | null>>) => void;
  /** Whether anything but the view and the state is asked for. */
  isNarrowed: boolean;
  /** Everything but the view. */
  clear: () => void;
  /** The address's query, as a view keeps it. */
  query: string;
  show: (query: string) => void;
}

const isKept = (name: string) => name === 'view' || name === 'state';

/** Filters and view live in the address, so that they can be sent to a colleague and kept as a view. */
export function useFaultFilter(): FilterControl {
  const { parameters, change } = useAddress();
  const filter = useMemo(() => filterOf(parameters), [parameters]);
  const set = useCallback<FilterControl['set']>(
    (parts) =>
      change((known) => {
        for (const [name, value] of Object.entries(parts)) {
          if (value) known.set(name, value);
          else known.delete(name);
        }
        return known;
      }),
    [change],
  );
  const clear = useCallback(
    () => change((known) => new URLSearchParams([...known].filter(([name]) => isKept(name)))),
    [change],
  );
  const show = useCallback((query: string) => change(() => new URLSearchParams(query)), [change]);
  const isNarrowed = [...parameters.keys()].some((name) => !isKept(name));
  return { filter, set, isNarrowed, clear, query: parameters.toString(), show };
}
