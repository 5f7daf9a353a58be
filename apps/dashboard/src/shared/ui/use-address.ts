import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

/**
 * The parameters of the address, and their change. A change is given a copy of its own, and starts from what the address holds at that moment: the
 * page is drawn a little later than the address changes, and a second key must not undo what the first one did.
 */
export function useAddress() {
  const [parameters, setParameters] = useSearchParams();
  const change = useCallback(
    (next: (known: URLSearchParams) => URLSearchParams) =>
      setParameters(next(new URLSearchParams(location.search)), { replace: true }),
    [setParameters],
  );
  return { parameters, change };
}
