import { SearchOutlined } from '@ant-design/icons';
import { faultSeverities, faultStates } from '@opsgauge/domain';
import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Input, Select, type InputRef } from 'antd';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { systemsQuery } from '../../../shared/api/queries.js';
import { useIsPhone } from '../../../shared/ui/use-media.js';
import { useTypedText } from '../../../shared/ui/use-typed-text.js';
import { isNarrowed } from './fault-filter.js';
import { ViewSwitch } from './view-switch.js';
import type { FilterControl } from './use-fault-filter.js';

interface FilterBarProps {
  control: FilterControl;
  search: RefObject<InputRef | null>;
}

/** What the faults shown are narrowed to. */
export function FilterBar({ control, search }: FilterBarProps) {
  const { t } = useTranslation();
  const { filter, set, clear } = control;
  const isPhone = useIsPhone();
  const { data: systems } = useQuery(systemsQuery);
  const text = useTypedText(filter.text, (q) => set({ q }));
  const flag = (name: 'overdue' | 'waiting' | 'mine', isOn: boolean) => (
    <Checkbox checked={isOn} onChange={({ target }) => set({ [name]: target.checked ? '1' : null })}>
      {t(`faultFilter.${name}`)}
    </Checkbox>
  );
  return (
    <div className="filters fault-filters" role="search">
      <Input
        ref={search}
        allowClear
        className="filter-text"
        prefix={<SearchOutlined />}
        placeholder={t('faultFilter.text')}
        aria-label={t('faultFilter.text')}
        {...text}
      />
      <Select
        className="filter-system"
        aria-label={t('faultFilter.system')}
        value={filter.systemId ?? ''}
        onChange={(system) => set({ system })}
        popupMatchSelectWidth={280}
        options={[
          { value: '', label: t('faultFilter.allSystems') },
          ...(systems?.items ?? []).map(({ id, shortName }) => ({ value: id, label: shortName })),
        ]}
      />
      <Select
        className="filter-severity"
        aria-label={t('faultFilter.severity')}
        value={filter.severity ?? ''}
        onChange={(severity) => set({ severity })}
        options={[
          { value: '', label: t('faultFilter.allSeverities') },
          ...faultSeverities.map((value) => ({ value, label: t(`severity.${value}`) })),
        ]}
      />
      <span className="row filter-period" role="group" aria-label={t('faultFilter.period')}>
        <Input
          type="date"
          aria-label={`${t('faultFilter.period')} ${t('intervals.from')}`}
          value={filter.from ?? ''}
          onChange={({ target }) => set({ from: target.value })}
        />
        –
        <Input
          type="date"
          aria-label={`${t('faultFilter.period')} ${t('intervals.to')}`}
          value={filter.to ?? ''}
          onChange={({ target }) => set({ to: target.value })}
        />
      </span>
      {flag('overdue', filter.isOverdue)}
      {flag('waiting', filter.isWaiting)}
      {flag('mine', filter.isMine)}
      {isNarrowed(filter) && (
        <Button type="link" size="small" onClick={clear}>
          {t('faultBoard.clear')}
        </Button>
      )}
      <span className="spacer" />
      {filter.view === 'list' && (
        <Select
          className="filter-severity"
          aria-label={t('faultFilter.state')}
          value={filter.state}
          onChange={(state) => set({ state: state === 'lasting' ? null : state })}
          options={(['lasting', 'all'] as const)
            .map((value): { value: typeof filter.state; label: string } => ({
              value,
              label: t(`faultFilter.${value}`),
            }))
            .concat(faultStates.map((value) => ({ value, label: t(`faultState.${value}`) })))}
        />
      )}
      {isPhone && <ViewSwitch control={control} />}
    </div>
  );
}
