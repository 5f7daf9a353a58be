import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { AuditFilter } from '../../shared/api/audit.js';
import { endOfDate, instantOf } from '../../shared/format/zone-instants.js';

/** What the filters hold: days as they are typed, both included. */
export interface AuditSearch {
  from: string;
  to: string;
  action: string;
  text: string;
}

const isDate = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

/** As the hub is asked; empty and half-typed filters are left out. */
export const auditFilter = ({ from, to, action, text }: AuditSearch, timeZone: string): AuditFilter => ({
  ...(isDate(from) ? { from: instantOf(from, timeZone) } : {}),
  ...(isDate(to) ? { to: endOfDate(to, timeZone) } : {}),
  ...(action ? { action } : {}),
  ...(text.trim() ? { text: text.trim() } : {}),
});

/** The filters live in the address, so that a search can be cited. */
export function useAuditSearch() {
  const [parameters, setParameters] = useSearchParams();
  const search = useMemo<AuditSearch>(
    () => ({
      from: parameters.get('from') ?? '',
      to: parameters.get('to') ?? '',
      action: parameters.get('action') ?? '',
      text: parameters.get('q') ?? '',
    }),
    [parameters],
  );
  const set = useCallback(
    (name: 'from' | 'to' | 'action' | 'q', value: string) =>
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
  return { search, set };
}
