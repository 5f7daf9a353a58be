import { BarsOutlined, ProjectOutlined } from '@ant-design/icons';
import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { SavedViews } from './saved-views.js';
import type { FilterControl } from './use-fault-filter.js';

/** How the faults are shown, and the views kept of that. */
export function ViewSwitch({ control }: { control: FilterControl }) {
  const { t } = useTranslation();
  return (
    <>
      <SavedViews control={control} />
      <Segmented
        value={control.filter.view}
        onChange={(view) => control.set({ view: view === 'list' ? 'list' : null })}
        options={[
          { value: 'board', icon: <ProjectOutlined />, label: t('faultFilter.board') },
          { value: 'list', icon: <BarsOutlined />, label: t('faultFilter.list') },
        ]}
      />
    </>
  );
}
