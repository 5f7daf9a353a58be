import {
  LeftOutlined,
  RightOutlined,
  RollbackOutlined,
  ZoomInOutlined,
  ZoomOutOutlined,
} from '@ant-design/icons';
import { Button, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ChartView } from './use-chart-view.js';

const buttons = [
  { action: 'earlier', icon: <LeftOutlined /> },
  { action: 'later', icon: <RightOutlined /> },
  { action: 'zoomIn', icon: <ZoomInOutlined /> },
  { action: 'zoomOut', icon: <ZoomOutOutlined /> },
  { action: 'back', icon: <RollbackOutlined /> },
] as const;

/** What dragging, double click and keys do, for who would rather press a button. */
export function RangeButtons({ view: { navigation, canGoBack, window } }: { view: ChartView }) {
  const { t } = useTranslation();
  const isOff = { back: !canGoBack, later: window.kind === 'recent' } as Partial<Record<string, boolean>>;
  return (
    <Space.Compact>
      {buttons.map(({ action, icon }) => (
        <Button
          key={action}
          icon={icon}
          disabled={isOff[action] ?? false}
          onClick={navigation[action]}
          aria-label={t(`chartAction.${action}`)}
          title={t(`chartAction.${action}`)}
        />
      ))}
    </Space.Compact>
  );
}
