import { Suspense } from 'react';
import { Outlet } from 'react-router';
import { SkeletonRows } from '../../shared/ui/skeleton-rows.js';
import { useIsNarrow, useIsPhone } from '../../shared/ui/use-media.js';
import { ConnectionBar } from './connection-bar.js';
import { PhoneHeader } from './phone-header.js';
import { SideNavigation } from './side-navigation.js';
import { TabBar } from './tab-bar.js';
import { TopBar } from './top-bar.js';

const Content = () => (
  <main id="content">
    <ConnectionBar />
    <Suspense fallback={<SkeletonRows />}>
      <Outlet />
    </Suspense>
  </main>
);

/** What stands around every page: navigation, search, clock, user. */
export function Frame() {
  const isPhone = useIsPhone();
  const isNarrow = useIsNarrow();
  if (isPhone) {
    return (
      <div className="phone">
        <PhoneHeader />
        <Content />
        <TabBar />
      </div>
    );
  }
  return (
    <div className={`frame ${isNarrow ? 'is-narrow' : ''}`}>
      <SideNavigation isNarrow={isNarrow} />
      <div className="main">
        <TopBar />
        <Content />
      </div>
    </div>
  );
}
