import type { FaultRule } from '@opsgauge/contract';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { deleteFaultRule } from '../../shared/api/fault-rules.js';
import { keys } from '../../shared/api/keys.js';
import { useChange } from '../../shared/api/use-change.js';
import { useConfirm } from '../../shared/ui/use-confirm.js';

/** Deletes a rule of the customer's own, having asked. */
export function DeleteRule({ rule }: { rule: FaultRule }) {
  const { t } = useTranslation();
  const confirm = useConfirm();
  const remove = useChange({
    change: () => deleteFaultRule(rule.id),
    refresh: [keys.faultRules],
    done: t('record.deleted'),
  });
  const ask = () =>
    confirm({
      title: t('faultRules.deleteTitle', { name: rule.name }),
      text: t('faultRules.deleteText'),
      action: t('action.delete'),
      onConfirm: () => remove.mutateAsync(),
    });
  return (
    <Button size="small" type="link" danger onClick={ask}>
      {t('action.delete')}
    </Button>
  );
}
