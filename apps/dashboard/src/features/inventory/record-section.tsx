import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay, type Permission } from '../../shared/permissions.js';
import { QueryState } from '../../shared/ui/query-state.js';
import { RecordList, type RecordColumn } from '../../shared/ui/record-list.js';
import { SectionBar } from '../../shared/ui/section-bar.js';
import { useEditing, type Editing } from '../../shared/ui/use-editing.js';
import { EmptySection, type SectionName } from './empty-section.js';

interface RecordSectionProps<T extends { id: string }> {
  of: SectionName;
  query: UseQueryResult<{ items: T[] }>;
  columns: RecordColumn<T>[];
  /** The word on the button for a new one; left out where none can be added here. */
  addLabel?: string;
  permission?: Permission;
  minimumWidth?: number;
  actionsWidth?: number;
  /** Which of them are shown, in which order. */
  arrange?: (items: readonly T[]) => T[];
  isQuiet?: (item: T) => boolean;
  search?: { value: string; onChange: (text: string) => void };
  /** What else stands above the list. */
  bar?: ReactNode;
  /** Buttons at a row's end, for those who may. */
  actions: (item: T, editing: Editing<T>) => ReactNode;
  form: (editing: Editing<T>) => ReactNode;
}

/** One kind of record: its list, with what can be done to each, and the form to add or change one. */
export function RecordSection<T extends { id: string }>(props: RecordSectionProps<T>) {
  const { t } = useTranslation();
  const {
    of,
    query,
    addLabel,
    permission = 'changeInventory',
    arrange,
    bar,
    search,
    actions,
    form,
    ...list
  } = props;
  const mayChange = useMay(permission);
  const editing = useEditing<T>();
  const items = query.data?.items;
  const shown = items && arrange ? arrange(items) : items;
  return (
    <>
      <SectionBar
        count={shown?.length}
        {...(search ? { search } : {})}
        add={mayChange && addLabel ? { label: addLabel, onAdd: () => editing.start(null) } : false}
      >
        {bar}
      </SectionBar>
      <QueryState query={query} errorTitle={t('record.loadFailed')}>
        {() => (
          <RecordList
            {...list}
            items={shown ?? []}
            idOf={({ id }) => id}
            actions={mayChange && ((item) => actions(item, editing))}
            empty={<EmptySection of={of} />}
          />
        )}
      </QueryState>
      {form(editing)}
    </>
  );
}
