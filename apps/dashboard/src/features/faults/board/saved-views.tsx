import { DeleteOutlined, FilterOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Input, Popover } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keys } from '../../../shared/api/keys.js';
import { useChange } from '../../../shared/api/use-change.js';
import { deleteUserView, saveUserView, userViewsQuery } from '../../../shared/api/user-views.js';
import { useConfirm } from '../../../shared/ui/use-confirm.js';
import type { FilterControl } from './use-fault-filter.js';

const page = 'faults';

function Views({ control, onChosen }: { control: FilterControl; onChosen: () => void }) {
  const { t } = useTranslation();
  const { data } = useQuery(userViewsQuery(page));
  const [name, setName] = useState('');
  const confirm = useConfirm();
  const refresh = [keys.userViews(page)];
  const save = useChange({
    change: saveUserView,
    refresh,
    done: t('faultView.saved'),
    onDone: () => setName(''),
  });
  const remove = useChange({ change: deleteUserView, refresh, done: t('faultView.deleted') });
  const items = data?.items ?? [];
  const keep = () => name.trim() && save.mutate({ page, name: name.trim(), query: control.query });
  return (
    <div className="saved-views">
      {items.length === 0 && <p className="muted">{t('faultView.none')}</p>}
      {items.map((view) => (
        <div key={view.id} className="row">
          <Button
            type="link"
            size="small"
            onClick={() => {
              control.show(view.query);
              onChosen();
            }}
          >
            {view.name}
          </Button>
          <span className="spacer" />
          <Button
            type="text"
            size="small"
            icon={<DeleteOutlined />}
            aria-label={t('faultView.delete', { name: view.name })}
            onClick={() =>
              confirm({
                title: t('record.deleteTitle', { name: view.name }),
                text: t('faultView.deleteText'),
                action: t('action.delete'),
                onConfirm: () => remove.mutateAsync(view.id),
              })
            }
          />
        </div>
      ))}
      <div className="row">
        <Input
          size="small"
          maxLength={40}
          value={name}
          aria-label={t('faultView.name')}
          placeholder={t('faultView.name')}
          onChange={({ target }) => setName(target.value)}
          onPressEnter={keep}
        />
        <Button size="small" disabled={!name.trim()} loading={save.isPending} onClick={keep}>
          {t('faultView.save')}
        </Button>
      </div>
      {items.some((view) => view.name === name.trim()) && <p className="muted">{t('faultView.nameTaken')}</p>}
    </div>
  );
}

/** Filters kept under names, for oneself. */
export function SavedViews({ control }: { control: FilterControl }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={isOpen}
      onOpenChange={setOpen}
      destroyOnHidden
      content={<Views control={control} onChosen={() => setOpen(false)} />}
    >
      <Button icon={<FilterOutlined />} aria-expanded={isOpen}>
        {t('faultView.menu')}
      </Button>
    </Popover>
  );
}
