import type { Server } from '@opsgauge/contract';
import { Table } from 'antd';
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useFaultsByServer } from '../../shared/faults/server-faults.js';
import { HeaderCell } from '../../shared/ui/header-cell.js';
import { useIsPrinting } from '../../shared/ui/use-is-printing.js';
import { serverColumns, tableWidth } from './server-columns.js';

/** Up to here every row is drawn and the page scrolls; beyond, only what is in view, in a table that scrolls itself. */
export const drawnInPartFrom = 100;
const headerHeight = 37;
const bottomMargin = 34;
const components = { header: { cell: HeaderCell } };

/** Height that is left for the table's body below where it stands, at least ten rows. */
function useBodyHeight() {
  const ref = useRef<HTMLDivElement>(null);
  const [height, setHeight] = useState(360);
  useLayoutEffect(() => {
    const measure = () => {
      const top = (ref.current?.getBoundingClientRect().top ?? 0) + window.scrollY;
      setHeight(Math.max(360, window.innerHeight - top - headerHeight - bottomMargin));
    };
    measure();
    addEventListener('resize', measure);
    return () => removeEventListener('resize', measure);
  }, []);
  return { ref, height };
}

/** The servers as a table. */
export function ServerTable({ servers }: { servers: Server[] }) {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const { ref, height } = useBodyHeight();
  const isPrinting = useIsPrinting();
  const faults = useFaultsByServer();
  const isVirtual = servers.length > drawnInPartFrom && !isPrinting;
  const columns = useMemo(() => serverColumns(t, i18n.language === 'en'), [t, i18n.language]);
  return (
    <div ref={ref}>
      <Table<Server>
        className="server-table"
        size="small"
        rowKey="id"
        columns={columns}
        components={components}
        dataSource={servers}
        pagination={false}
        tableLayout="fixed"
        virtual={isVirtual}
        scroll={isVirtual ? { x: tableWidth, y: height } : { x: tableWidth }}
        showSorterTooltip={false}
        rowClassName={({ id, status }) => (status === 'down' ? 'is-down' : faults.has(id) ? 'has-fault' : '')}
        onRow={(server) => ({ onClick: () => void navigate(`/servers/${server.id}`) })}
      />
    </div>
  );
}
