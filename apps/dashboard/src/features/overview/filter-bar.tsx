import { AppstoreOutlined, BarsOutlined, PlusOutlined } from '@ant-design/icons';
import type { Server } from '@opsgauge/contract';
import { Button, Checkbox, Segmented, Select } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { HelpButton } from '../../shared/help/help-button.js';
import { useMay } from '../../shared/permissions.js';
import { useIsPhone } from '../../shared/ui/use-media.js';
import { ExportButton } from './export-button.js';
import { FilterText } from './filter-text.js';
import type { ServerFilter } from './server-filter.js';
import type { ServerView, useFilter } from './use-filter.js';
import { drawnInPartFrom } from './server-table.js';

interface FilterBarProps {
  servers: readonly Server[];
  /** Those that the filter lets through. */
  shown: readonly Server[];
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
export function FilterBar({ servers, shown, filter, view, onChange, onAdd }: FilterBarProps) {
  const { t } = useTranslation();
  const isPhone = useIsPhone();
  const mayAdd = useMay('addServers');
  const systems = useSystemOptions(servers);
  return (
    <div className="filters" role="search">
      <FilterText
        value={filter.text}
        onChange={(text) => onChange('q', text)}
        isFindKeyTaken={servers.length > drawnInPartFrom}
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
        {t(isPhone ? 'overview.serverCount' : 'overview.shown', { value: shown.length })}
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
      {!isPhone && <ExportButton servers={shown} />}
      {mayAdd && (
        <Button icon={<PlusOutlined />} onClick={onAdd} aria-label={t('addServer.title')}>
          {!isPhone && t('addServer.title')}
        </Button>
      )}
      <HelpButton page="overview" />
    </div>
  );
}
