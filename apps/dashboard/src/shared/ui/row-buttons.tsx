import type { QueryKey } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../api/use-change.js';
import { useConfirm } from './use-confirm.js';

/** Opens a record's form. */
export function EditButton({ onEdit }: { onEdit: () => void }) {
  const { t } = useTranslation();
  return (
    <Button size="small" type="link" onClick={onEdit}>
      {t('action.edit')}
    </Button>
  );
}

interface DeleteButtonProps {
  title: string;
  /** What it will mean. */
  text: string;
  onDelete: () => Promise<unknown>;
  /** Prefixes of what is read again after it. */
  refresh: readonly QueryKey[];
  /** Where it does something else than delete. */
  label?: string;
  done?: string;
}

/** Asks, and then deletes a record. What the hub has against it is told. */
export function DeleteButton({ title, text, onDelete, refresh, label, done }: DeleteButtonProps) {
  const { t } = useTranslation();
  const confirm = useConfirm();
  const remove = useChange({ change: onDelete, refresh, done: done ?? t('record.deleted') });
  const action = label ?? t('action.delete');
  return (
    <Button
      size="small"
      type="link"
      danger
      onClick={() => confirm({ title, text, action, onConfirm: () => remove.mutateAsync() })}
    >
      {action}
    </Button>
  );
}
