import { Menu } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { destinationGroups, destinationOf } from './destinations.js';
import { Logo } from './logo.js';
import { PlatformHealth } from './platform-health.js';

/** The left navigation: 200 pixels in groups, icons only where the screen is narrow. */
export function SideNavigation({ isNarrow }: { isNarrow: boolean }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const selected = destinationOf(pathname);
  const entry = ({ key, path, icon }: (typeof destinationGroups)[number]['destinations'][number]) => ({
    key,
    icon,
    label: <Link to={path}>{t(`navigation.${key}`)}</Link>,
  });
  const items = isNarrow
    ? destinationGroups.flatMap((group) => group.destinations.map(entry))
    : destinationGroups.map((group) => ({
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
