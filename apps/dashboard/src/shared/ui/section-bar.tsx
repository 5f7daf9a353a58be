import { PlusOutlined, SearchOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface SectionBarProps {
  /** Left out until they are read. */
  count: number | undefined;
  search?: { value: string; onChange: (text: string) => void };
  /** Left out for those who may not add. */
  add?: { label: string; onAdd: () => void } | false;
  children?: ReactNode;
}

/** What stands above a list of records: search, count, and the button for a new one. */
export function SectionBar({ count, search, add, children }: SectionBarProps) {
  const { t } = useTranslation();
  return (
    <div className="section-bar">
      {search && (
        <Input
          allowClear
          className="filter-text"
          prefix={<SearchOutlined />}
          placeholder={t('action.search')}
          aria-label={t('action.search')}
          value={search.value}
          onChange={(event) => search.onChange(event.target.value)}
        />
      )}
      {children}
      {count !== undefined && <span className="muted">{t('record.count', { value: count })}</span>}
      <span className="spacer" />
      {add && (
        <Button type="primary" icon={<PlusOutlined />} onClick={add.onAdd}>
          {add.label}
        </Button>
      )}
    </div>
  );
}
