import { faultSeveritySchema, faultStateSchema, type Fault } from '@opsgauge/contract';
import type { FaultSelection } from '../../../shared/api/faults.js';
import { date, lastDateBefore } from '../../../shared/format/times.js';
import { endOfDate, instantOf } from '../../../shared/format/zone-instants.js';

/** Which faults a list shows; the board has its columns instead. */
export type ListState = Fault['state'] | 'lasting' | 'all';

/** What the board and the list are narrowed to, as the address holds it. */
export interface FaultFilter {
  text: string;
  systemId: string | null;
  serverId: string | null;
  severity: Fault['severity'] | null;
  isOverdue: boolean;
  isWaiting: boolean;
  isMine: boolean;
  /** Calendar days (YYYY-MM-DD) in the organisation's zone, both included. */
  from: string | null;
  to: string | null;
  view: 'board' | 'list';
  state: ListState;
}

/** The names under which the address holds them. */
export type FilterName =
  'q' | 'system' | 'server' | 'severity' | 'overdue' | 'waiting' | 'mine' | 'from' | 'to' | 'view' | 'state';

const dayOf = (text: string | null) => (text && /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : null);

/** The filter of an address; what makes no sense there counts as left out. */
export function filterOf(parameters: URLSearchParams): FaultFilter {
  const state = parameters.get('state');
  return {
    text: parameters.get('q') ?? '',
    systemId: parameters.get('system'),
    serverId: parameters.get('server'),
    severity: faultSeveritySchema.safeParse(parameters.get('severity')).data ?? null,
    isOverdue: parameters.get('overdue') === '1',
    isWaiting: parameters.get('waiting') === '1',
    isMine: parameters.get('mine') === '1',
    from: dayOf(parameters.get('from')),
    to: dayOf(parameters.get('to')),
    view: parameters.get('view') === 'list' ? 'list' : 'board',
    state: state === 'all' ? 'all' : (faultStateSchema.safeParse(state).data ?? 'lasting'),
  };
}

/**
 * The address of the list of all faults of `[fromMs, toMs)`, a stretch of whole days in `timeZone`.
 * @param systemId of one system only; null: of all
 */
export function listAddress(fromMs: number, toMs: number, timeZone: string, systemId: string | null): string {
  const parameters = new URLSearchParams({
    view: 'list',
    state: 'all',
    from: date(fromMs, timeZone),
    to: lastDateBefore(toMs, timeZone),
    ...(systemId && { system: systemId }),
  });
  return `/faults?${parameters.toString()}`;
}

/** What the hub is asked for by a filter, without the state. */
export function selectionOf(filter: FaultFilter, timeZone: string, userId: string | null): FaultSelection {
  const text = filter.text.trim();
  return {
    ...(text ? { text } : {}),
    ...(filter.systemId ? { systemId: filter.systemId } : {}),
    ...(filter.serverId ? { serverId: filter.serverId } : {}),
    ...(filter.severity ? { severity: filter.severity } : {}),
    ...(filter.isOverdue ? { isOverdue: true } : {}),
    ...(filter.isWaiting ? { hasPendingRequest: true } : {}),
    ...(filter.isMine && userId ? { assigneeId: userId } : {}),
    ...(filter.from ? { from: instantOf(filter.from, timeZone) } : {}),
    ...(filter.to ? { to: endOfDate(filter.to, timeZone) } : {}),
  };
}

/** What the list is asked for beside it. */
export function listSelectionOf(state: ListState): FaultSelection {
  if (state === 'all') return {};
  return state === 'lasting' ? { isOver: false } : { state };
}

/** Whether anything is narrowed at all. */
export const isNarrowed = (filter: FaultFilter): boolean =>
  Object.keys(selectionOf(filter, 'UTC', 'anybody')).length > 0;
