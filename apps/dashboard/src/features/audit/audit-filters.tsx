import { SearchOutlined } from '@ant-design/icons';
import { Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { actionAreas } from './action-words.js';
import type { AuditSearch, useAuditSearch } from './use-audit-search.js';

interface AuditFiltersProps {
  search: AuditSearch;
  onChange: ReturnType<typeof useAuditSearch>['set'];
  total: number | null;
}

export function AuditFilters({ search, onChange, total }: AuditFiltersProps) {
  const { t } = useTranslation();
  return (
    <div className="section-bar" role="search">
      <Input
        allowClear
        className="filter-text"
        prefix={<SearchOutlined />}
        placeholder={t('audit.searchPlaceholder')}
        aria-label={t('audit.searchPlaceholder')}
        value={search.text}
        maxLength={100}
        onChange={(event) => onChange('q', event.target.value)}
      />
      <Select
        aria-label={t('audit.area')}
        value={search.action}
        onChange={(value) => onChange('action', value)}
        popupMatchSelectWidth={180}
        style={{ minWidth: 130 }}
        options={[
          { value: '', label: t('audit.everyArea') },
          ...actionAreas.map((area) => ({ value: area, label: t(`auditArea.${area}`) })),
        ]}
      />
      <Input
        type="date"
        aria-label={t('intervals.from')}
        style={{ width: 140 }}
        value={search.from}
        onChange={(event) => onChange('from', event.target.value)}
      />
      –
      <Input
        type="date"
        aria-label={t('intervals.to')}
        style={{ width: 140 }}
        value={search.to}
        onChange={(event) => onChange('to', event.target.value)}
      />
      <span className="spacer" />
      {total !== null && <span className="muted">{t('record.count', { value: total })}</span>}
    </div>
  );
}
