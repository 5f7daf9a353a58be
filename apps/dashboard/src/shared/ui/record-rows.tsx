import type { RecordListProps } from './record-list.js';

/** Records as rows for a phone: what heads each, and below it a line for every other value. */
export function RecordRows<T extends object>({
  items,
  idOf,
  columns,
  actions,
  isQuiet,
  onOpen,
}: RecordListProps<T>) {
  const of = (place: 'head' | 'line') => columns.filter(({ phone = 'line' }) => phone === place);
  return (
    <div className="record-rows">
      {items.map((item) => (
        <div
          key={idOf(item)}
          className={`server-row ${isQuiet?.(item) ? 'is-quiet' : ''}`}
          {...(onOpen ? { role: 'button', tabIndex: 0, onClick: () => onOpen(item) } : {})}
        >
          <div className="row record-head">
            <span className="record-names">
              {of('head').map(({ key, render }) => (
                <span key={key}>{render(item)}</span>
              ))}
            </span>
            {actions && <span className="row-actions">{actions(item)}</span>}
          </div>
          <dl className="sub record-line">
            {of('line').map(({ key, title, render }) => (
              <div key={key}>
                <dt>{title}</dt>
                <dd>{render(item)}</dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
    </div>
  );
}
