import { useQueries, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { faultsQuery } from '../../shared/api/faults.js';
import { actualsQuery, evaluationsQuery, serversQuery, systemsQuery } from '../../shared/api/queries.js';
import { useFaultTitle } from '../../shared/faults/use-fault-title.js';
import { useFormats } from '../../shared/format/use-formats.js';
import { faultEntries, limit, searchEntries, type SearchResults } from './search-options.js';

/** Long enough that the hub is asked for a word once, and not letter by letter. */
const pauseMs = 300;
/** What the hub takes. */
const textMax = 100;

/** A text once nobody types any more. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), pauseMs);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

/**
 * What there is to find; read only once somebody searches. Faults are many: the hub looks for them, among those that
 * whoever asks may see.
 */
export function useSearchResults(
  text: string,
  isOpen: boolean,
): { results: SearchResults; isSearching: boolean } {
  const typed = text.trim().slice(0, textMax);
  const asked = useSettled(typed);
  const titleOf = useFaultTitle();
  const { dateTime: timeOf } = useFormats();
  const servers = useQuery({ ...serversQuery, enabled: isOpen });
  const systems = useQuery({ ...systemsQuery, enabled: isOpen });
  const evaluations = useQuery({ ...evaluationsQuery, enabled: isOpen });
  const isAsked = isOpen && asked !== '';
  const faults = useQuery({ ...faultsQuery({ text: asked }, limit), enabled: isAsked });
  const actuals = useQueries({
    queries: (evaluations.data?.items ?? []).map(({ id }) => ({ ...actualsQuery(id), enabled: isOpen })),
    combine: (queries) => queries.flatMap((query) => query.data ?? []),
  });
  const results = useMemo(
    () => ({
      ...searchEntries(text, servers.data?.items ?? [], systems.data?.items ?? [], actuals),
      faults: isAsked && typed !== '' ? faultEntries(faults.data?.items ?? [], { titleOf, timeOf }) : [],
    }),
    [text, typed, servers.data, systems.data, actuals, faults.data, isAsked, titleOf, timeOf],
  );
  return { results, isSearching: typed !== asked || (isAsked && faults.isPending) };
}
