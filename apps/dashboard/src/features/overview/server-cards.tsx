import type { Server } from '@opsgauge/contract';
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { WindowList } from '../../shared/ui/window-list.js';
import { cardColumns, cardLines, type CardLine } from './card-lines.js';
import { ServerCard } from './server-card.js';

const headingHeight = 40;
const cardHeight = 122;

/** How many cards fit beside each other in the element, as it grows and shrinks. */
function useColumns() {
  const ref = useRef<HTMLDivElement>(null);
  const [columns, setColumns] = useState(1);
  useLayoutEffect(() => {
    if (!ref.current) return undefined;
    const element = ref.current;
    const measure = () => setColumns(cardColumns(element.clientWidth));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { ref, columns };
}

/** The servers as cards, system by system. */
export function ServerCards({ servers }: { servers: Server[] }) {
  const { t } = useTranslation();
  const { ref, columns } = useColumns();
  const lines = useMemo(() => cardLines(servers, columns), [servers, columns]);
  const line = (one: CardLine) =>
    one.kind === 'heading' ? (
      <h2>
        {one.group.systemName ?? t('overview.noSystem')}{' '}
        <span className="muted">{t('overview.serverCount', { value: one.group.servers.length })}</span>
      </h2>
    ) : (
      <div className="card-line" style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}>
        {one.servers.map((server) => (
          <ServerCard key={server.id} server={server} />
        ))}
      </div>
    );
  return (
    <div className="server-cards">
      <div ref={ref}>
        <WindowList
          className="card-lines"
          items={lines}
          keyOf={({ key }) => key}
          estimateHeight={({ kind }) => (kind === 'heading' ? headingHeight : cardHeight)}
          render={line}
        />
      </div>
    </div>
  );
}
