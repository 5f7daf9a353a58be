import { AlertOutlined, AppstoreOutlined, DashboardOutlined, EllipsisOutlined } from '@ant-design/icons';
import { Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { LastingBadge } from '../../shared/faults/lasting-badge.js';
import { MoreSheet } from './more-sheet.js';
import { destinationOf } from './destinations.js';

/** The phone's tabs at the foot of the screen. */
export function TabBar() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const [isMoreOpen, setMoreOpen] = useState(false);
  const current = destinationOf(pathname);
  const link = (key: 'overview' | 'faults' | 'evaluations', path: string, icon: React.ReactNode) => (
    <Link
      to={path}
      className={current === key ? 'on' : ''}
      aria-current={current === key ? 'page' : undefined}
    >
      {icon}
      <span>{t(`tab.${key}`)}</span>
    </Link>
  );
  return (
    <nav className="tab-bar" aria-label={t('navigation.label')}>
      {link('overview', '/', <DashboardOutlined />)}
      {link(
        'faults',
        '/faults',
        <LastingBadge>
          <AlertOutlined />
        </LastingBadge>,
      )}
      {link('evaluations', '/evaluations', <AppstoreOutlined />)}
      <button type="button" onClick={() => setMoreOpen(true)} aria-expanded={isMoreOpen}>
        <EllipsisOutlined />
        <span>{t('tab.more')}</span>
      </button>
      <Drawer
        placement="bottom"
        size={360}
        open={isMoreOpen}
        onClose={() => setMoreOpen(false)}
        title={t('tab.more')}
      >
        <MoreSheet onChosen={() => setMoreOpen(false)} />
      </Drawer>
    </nav>
  );
}
