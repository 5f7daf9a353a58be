import { AppstoreOutlined, BarsOutlined, PlusOutlined, SearchOutlined } from '@ant-design/icons';
import type { Server } from '@opsgauge/contract';
import { Button, Checkbox, Input, Segmented, Select } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { HelpButton } from '../../shared/help/help-button.js';
import { useMay } from '../../shared/permissions.js';
import { useIsPhone } from '../../shared/ui/use-media.js';
import type { ServerFilter } from './server-filter.js';
import type { ServerView, useFilter } from './use-filter.js';

interface FilterBarProps {
  servers: readonly Server[];
  shownCount: number;
  filter: ServerFilter;
  view: ServerView;
  onChange: ReturnType<typeof useFilter>['set'];
  onAdd: () => void;
}

const useSystemOptions = (servers: readonly Server[]) => {
  const { t } = useTranslation();
  return useMemo(() => {
    const names = new Map(servers.map(({ systemId, systemName }) => [systemId, systemName]));
    const named = [...names].flatMap(([id, name]) => (id && name ? [{ value: id, label: name }] : []));
    return [
      { value: '', label: t('overview.allSystems') },
      ...named.sort((a, b) => a.label.localeCompare(b.label, 'zh-CN')),
    ];
  }, [servers, t]);
};

/** Search, filters and view of the server list. */
export function FilterBar({ servers, shownCount, filter, view, onChange, onAdd }: FilterBarProps) {
  const { t } = useTranslation();
  const isPhone = useIsPhone();
  const mayAdd = useMay('addServers');
  const systems = useSystemOptions(servers);
  return (
    <div className="filters" role="search">
      <Input
        allowClear
        className="filter-text"
        prefix={<SearchOutlined />}
        placeholder={t('overview.searchPlaceholder')}
        aria-label={t('overview.searchPlaceholder')}
        value={filter.text}
        onChange={(event) => onChange('q', event.target.value)}
      />
      <Select
        className="filter-system"
        aria-label={t('overview.systemFilter')}
        value={filter.systemId ?? ''}
        options={systems}
        onChange={(value) => onChange('system', value)}
        popupMatchSelectWidth={280}
      />
      <Checkbox
        checked={filter.isProblemsOnly}
        onChange={(event) => onChange('problems', event.target.checked ? '1' : null)}
      >
        {t('overview.problemsOnly')}
      </Checkbox>
      <span className="spacer" />
      <span className="muted">
        {t(isPhone ? 'overview.serverCount' : 'overview.shown', { value: shownCount })}
      </span>
      {!isPhone && (
        <Segmented
          value={view}
          onChange={(next) => onChange('view', next === 'cards' ? 'cards' : null)}
          options={[
            { value: 'table', icon: <BarsOutlined />, label: t('overview.table') },
            { value: 'cards', icon: <AppstoreOutlined />, label: t('overview.cards') },
          ]}
        />
      )}
      {mayAdd && (
        <Button icon={<PlusOutlined />} onClick={onAdd} aria-label={t('addServer.title')}>
          {!isPhone && t('addServer.title')}
        </Button>
      )}
      <HelpButton page="overview" />
    </div>
  );
}
