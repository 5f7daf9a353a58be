import { DownOutlined, UpOutlined } from '@ant-design/icons';
import type { DeviceKind, Server } from '@opsgauge/contract';
import { Table, type TableColumnsType } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../../shared/ui/panel.js';
import { useIsPhone } from '../../../shared/ui/use-media.js';
import type { Charts } from '../charts/use-charts.js';
import { DeviceCharts } from './device-charts.js';
import { useOpenDevices } from './use-open-devices.js';

/** What every panel of devices is given. */
export interface DeviceContext {
  server: Server;
  charts: Charts;
}

interface DevicePanelProps<T> extends DeviceContext {
  title: string;
  kind: DeviceKind;
  /** In the order in which they are listed. */
  items: readonly T[];
  nameOf: (item: T) => string;
  columns: TableColumnsType<T>;
  /** The two lines of a row on a phone. */
  phoneRow: (item: T) => ReactNode;
}

/** The devices of one kind as the last sample had them; each opens to its charts. */
export function DevicePanel<T extends object>(props: DevicePanelProps<T>) {
  const { server, charts, title, kind, items, nameOf, columns, phoneRow } = props;
  const { t } = useTranslation();
  const isPhone = useIsPhone();
  const { open, toggle } = useOpenDevices(kind);
  const chartsOf = (name: string) =>
    charts.input && <DeviceCharts server={server} device={{ kind, name }} input={charts.input} />;
  const toggleName = (name: string) => t(open.includes(name) ? 'chart.close' : 'chart.open', { name });
  if (isPhone && items.length)
    return (
      <Panel title={title} isFlush>
        {items.map((item) => {
          const name = nameOf(item);
          return (
            <div className="server-row device-row" key={name}>
              <button
                type="button"
                className="device-toggle"
                aria-expanded={open.includes(name)}
                onClick={() => toggle(name)}
              >
                <span>{phoneRow(item)}</span>
                {open.includes(name) ? <UpOutlined /> : <DownOutlined />}
              </button>
              {open.includes(name) && chartsOf(name)}
            </div>
          );
        })}
      </Panel>
    );
  return (
    <Panel title={title} isFlush>
      <Table<T>
        size="small"
        className="device-table"
        pagination={false}
        rowKey={nameOf}
        scroll={{ x: 520 }}
        dataSource={items}
        locale={{ emptyText: <span className="muted">{t('state.noData')}</span> }}
        columns={columns}
        expandable={{
          expandedRowKeys: open,
          expandRowByClick: true,
          onExpand: (_, item) => toggle(nameOf(item)),
          expandedRowRender: (item) => chartsOf(nameOf(item)),
          columnWidth: 36,
          expandIcon: ({ expanded, onExpand, record }) => (
            <button
              type="button"
              className="expand-button"
              aria-expanded={expanded}
              aria-label={toggleName(nameOf(record))}
              onClick={(event) => {
                event.stopPropagation();
                onExpand(record, event);
              }}
            >
              {expanded ? <UpOutlined /> : <DownOutlined />}
            </button>
          ),
        }}
      />
    </Panel>
  );
}
