import { Table } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { RecordRows } from './record-rows.js';
import { useIsPhone } from './use-media.js';

export interface RecordColumn<T> {
  key: string;
  title: string;
  render: (item: T) => ReactNode;
  width?: number;
  align?: 'left' | 'right';
  /** What may be too long for its column: it is cut with an ellipsis, or goes on in further lines. A phone shows it whole. */
  long?: 'cut' | 'wrap';
  /** Where it stands in a phone's row: its head, the line below (default), or nowhere. */
  phone?: 'head' | 'line' | 'none';
}

export interface RecordListProps<T extends object> {
  items: readonly T[];
  idOf: (item: T) => string;
  columns: RecordColumn<T>[];
  /** Buttons at the row's end, for those who may. */
  actions?: false | ((item: T) => ReactNode);
  actionsWidth?: number;
  empty: ReactNode;
  minimumWidth?: number;
  pageSize?: number;
  isQuiet?: (item: T) => boolean;
  onOpen?: (item: T) => void;
}

/** A cell that gives way to the others; what of it is cut can be read by pointing at it. */
const longCell = (long: 'cut' | 'wrap', content: ReactNode) => ({
  className: `is-${long}`,
  ...(long === 'cut' && typeof content === 'string' ? { title: content } : {}),
});

/** Records as a table, or as rows on a phone. */
export function RecordList<T extends object>(props: RecordListProps<T>) {
  const { t } = useTranslation();
  const isPhone = useIsPhone();
  const { items, idOf, columns, actions, empty, minimumWidth = 720, pageSize = 50 } = props;
  if (!items.length) return <div className="empty">{empty}</div>;
  if (isPhone) return <RecordRows {...props} />;
  return (
    <Table<T>
      size="small"
      rowKey={idOf}
      dataSource={[...items]}
      scroll={{ x: minimumWidth }}
      pagination={items.length > pageSize ? { pageSize, size: 'small', showSizeChanger: false } : false}
      rowClassName={(item) => `${props.isQuiet?.(item) ? 'is-quiet' : ''} ${props.onOpen ? 'is-link' : ''}`}
      onRow={(item) => (props.onOpen ? { onClick: () => props.onOpen?.(item) } : {})}
      columns={[
        ...columns.map(({ key, title, render, width, align, long }) => ({
          key,
          title,
          ...(width === undefined ? {} : { width }),
          ...(align === undefined ? {} : { align }),
          ...(long === undefined ? {} : { onCell: (item: T) => longCell(long, render(item)) }),
          render: (_: unknown, item: T) => render(item),
        })),
        ...(actions
          ? [
              {
                key: 'actions',
                title: <span className="visually-hidden">{t('action.actions')}</span>,
                align: 'right' as const,
                width: props.actionsWidth ?? 120,
                render: (_: unknown, item: T) => <span className="row-actions">{actions(item)}</span>,
              },
            ]
          : []),
      ]}
    />
  );
}
