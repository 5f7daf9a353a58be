import type { Fault } from '@opsgauge/contract';
import type { TableColumnsType } from 'antd';
import type { TFunction } from 'i18next';
import { Link } from 'react-router';
import { FaultStateTag, SeverityTag } from '../../../shared/faults/fault-tags.js';
import { noValue } from '../../../shared/format/figures.js';
import { SystemLink } from '../../../shared/ui/system-link.js';
import { ClockCell } from './clock-cell.js';
import { FaultFlags } from './fault-notes.js';

interface Texts {
  t: TFunction;
  titleOf: (title: Fault['title']) => string;
  timeOf: (instant: string) => string;
  rootCauseOf: (code: string) => string;
}

export type FaultColumnName =
  | 'number'
  | 'startAt'
  | 'state'
  | 'severity'
  | 'title'
  | 'system'
  | 'server'
  | 'assignee'
  | 'rootCause'
  | 'response'
  | 'repair';

/** What the columns of the list need together; below it the table scrolls sideways. */
export const listWidth = 1500;

/** Every column that a table of faults can have, by name. */
export function faultColumns(
  { t, titleOf, timeOf, rootCauseOf }: Texts,
  names: readonly FaultColumnName[],
): TableColumnsType<Fault> {
  const text = (value: string | null) => value ?? <span className="no-data">{noValue}</span>;
  const column = (
    title: string,
    width: number | null,
    render: (fault: Fault) => React.ReactNode,
    align: 'left' | 'right' = 'left',
  ) => ({
    title,
    ...(width === null ? {} : { width }),
    ellipsis: true,
    align,
    render: (_: unknown, fault: Fault) => render(fault),
  });
  const all: Record<FaultColumnName, TableColumnsType<Fault>[number]> = {
    number: column(t('faultColumn.number'), 116, ({ id, number }) => (
      <Link to={`/faults/${id}`}>{number}</Link>
    )),
    startAt: column(t('faultColumn.startAt'), 136, ({ startAt }) => timeOf(startAt)),
    state: column(t('column.status'), 124, ({ state }) => <FaultStateTag state={state} />),
    severity: column(t('faultColumn.severity'), 80, ({ severity }) => <SeverityTag severity={severity} />),
    title: column(t('faultColumn.title'), null, (fault) => (
      <span title={titleOf(fault.title)}>
        {titleOf(fault.title)} <FaultFlags fault={fault} />
      </span>
    )),
    system: column(t('column.system'), 140, ({ systemId, systemName }) => (
      <SystemLink id={systemId} name={systemName} />
    )),
    server: column(t('column.server'), 120, ({ serverName }) => text(serverName)),
    assignee: column(t('faultColumn.assignee'), 104, ({ assignee }) => text(assignee?.displayName ?? null)),
    rootCause: column(t('faultColumn.rootCause'), 124, ({ rootCauseCode }) =>
      text(rootCauseCode && rootCauseOf(rootCauseCode)),
    ),
    response: column(
      t('faultColumn.response'),
      168,
      (fault) => <ClockCell fault={fault} kind="response" />,
      'right',
    ),
    repair: column(
      t('faultColumn.repair'),
      168,
      (fault) => <ClockCell fault={fault} kind="repair" />,
      'right',
    ),
  };
  return names.map((name) => ({ ...all[name], key: name }));
}
