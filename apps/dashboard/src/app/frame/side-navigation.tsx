import { useQuery } from '@tanstack/react-query';
import { Menu } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { sessionQuery } from '../../shared/api/queries.js';
import { LastingBadge } from '../../shared/faults/lasting-badge.js';
import { destinationIcons } from './destination-icon.js';
import { destinationOf, destinationsFor, type Destination } from './destinations.js';
import { Logo } from './logo.js';
import { PlatformHealth } from './platform-health.js';

/** The left navigation: 200 pixels in groups, icons only where the screen is narrow. */
export function SideNavigation({ isNarrow }: { isNarrow: boolean }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const selected = destinationOf(pathname);
  const { data: session } = useQuery(sessionQuery);
  const groups = destinationsFor(session?.user?.role);
  const entry = ({ key, path }: Destination) => ({
    key,
    icon: destinationIcons[key],
    label: (
      <Link to={path} className="destination">
        {t(`navigation.${key}`)}
        {key === 'faults' && <LastingBadge />}
      </Link>
    ),
  });
  const items = isNarrow
    ? groups.flatMap((group) => group.destinations.map(entry))
    : groups.map((group) => ({
        type: 'group' as const,
        key: group.key,
        label: t(`navigation.${group.key}`),
        children: group.destinations.map(entry),
      }));
  return (
    <aside className="side">
      <Link to="/" className="brand">
        <Logo />
        {!isNarrow && (
          <>
            <b>运衡</b>
            <span>OpsGauge</span>
          </>
        )}
      </Link>
      <nav aria-label={t('navigation.label')}>
        <Menu
          mode="inline"
          inlineCollapsed={isNarrow}
          selectedKeys={selected ? [selected] : []}
          items={items}
        />
      </nav>
      <span className="spacer" />
      <PlatformHealth isNarrow={isNarrow} />
    </aside>
  );
}
