import type { FaultRule } from '@opsgauge/contract';
import { Button, Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { deleteRuleException } from '../../shared/api/fault-rules.js';
import { keys } from '../../shared/api/keys.js';
import { useFormats } from '../../shared/format/use-formats.js';
import { useMay } from '../../shared/permissions.js';
import { RecordList } from '../../shared/ui/record-list.js';
import { DeleteButton } from '../../shared/ui/row-buttons.js';
import { SeverityTag } from '../../shared/ui/severity-tag.js';
import { useEditing } from '../../shared/ui/use-editing.js';
import { ExceptionForm } from './exception-form.js';
import { useRuleWords } from '../../shared/faults/use-rule-words.js';

interface ExceptionsDrawerProps {
  rule: FaultRule | null;
  isOpen: boolean;
  onClose: () => void;
}

/** What of a rule is set otherwise for single systems and servers. */
export function ExceptionsDrawer({ rule, isOpen, onClose }: ExceptionsDrawerProps) {
  const { t } = useTranslation();
  const { duration } = useFormats();
  const { nameOf, number } = useRuleWords();
  const mayExcept = useMay('exceptFaultRules');
  const editing = useEditing<FaultRule>();
  if (!rule) return null;
  const asRule = <span className="muted">{t('faultRules.asRule')}</span>;
  return (
    <Drawer
      open={isOpen}
      onClose={onClose}
      size="min(640px, 100vw)"
      title={t('faultRules.exceptionsOf', { name: nameOf(rule) })}
      extra={mayExcept && <Button onClick={() => editing.start(rule)}>{t('faultRules.addException')}</Button>}
    >
      <p className="muted">{t('faultRules.exceptionsHint')}</p>
      <RecordList
        items={rule.exceptions}
        idOf={({ id }) => id}
        minimumWidth={520}
        columns={[
          {
            key: 'target',
            title: t('faultRules.target'),
            phone: 'head',
            long: 'cut',
            render: ({ targetName }) => targetName,
          },
          {
            key: 'threshold',
            title: t('faultRules.threshold'),
            render: ({ threshold }) =>
              threshold === null || !rule.condition ? asRule : number(rule.condition.signal, threshold),
          },
          {
            key: 'for',
            title: t('faultRules.for'),
            render: ({ forSeconds }) => (forSeconds === null ? asRule : duration(forSeconds * 1000)),
          },
          {
            key: 'severity',
            title: t('faultRules.severity'),
            render: ({ severity }) => (severity === null ? asRule : <SeverityTag severity={severity} />),
          },
          {
            key: 'enabled',
            title: t('faultRules.enabled'),
            render: ({ isEnabled }) =>
              isEnabled === null ? asRule : t(isEnabled ? 'faultRules.on' : 'faultRules.off'),
          },
        ]}
        actionsWidth={72}
        actions={
          mayExcept &&
          ((one) => (
            <DeleteButton
              title={t('faultRules.deleteExceptionTitle', { name: one.targetName })}
              text={t('faultRules.deleteExceptionText')}
              onDelete={() => deleteRuleException(rule.id, one.id)}
              refresh={[keys.faultRules]}
            />
          ))
        }
        empty={<span className="muted">{t('faultRules.noExceptionsText')}</span>}
      />
      <ExceptionForm editing={editing} />
    </Drawer>
  );
}
