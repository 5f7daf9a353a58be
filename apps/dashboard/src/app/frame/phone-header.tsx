import { SearchOutlined } from '@ant-design/icons';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { FaultBell } from '../../features/faults/bell/fault-bell.js';
import { destinationOf } from './destinations.js';
import { LiveClock } from './live-clock.js';
import { Logo } from './logo.js';
import { SearchBox } from './search-box.js';

/** The phone's header: page, clock and a search that opens from the top. */
export function PhoneHeader() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const [isSearching, setSearching] = useState(false);
  const destination = destinationOf(pathname);
  return (
    <header className="phone-header">
      <Logo />
      <b>{destination ? t(`navigation.${destination}`) : t('product.short')}</b>
      <span className="spacer" />
      <LiveClock isShort />
      <Button
        type="text"
        icon={<SearchOutlined />}
        aria-label={t('search.label')}
        onClick={() => setSearching(true)}
      />
      <FaultBell />
      <Drawer
        placement="top"
        size={120}
        open={isSearching}
        onClose={() => setSearching(false)}
        title={t('search.label')}
        destroyOnHidden
      >
        <SearchBox isAutoFocused onChosen={() => setSearching(false)} />
      </Drawer>
    </header>
  );
}
