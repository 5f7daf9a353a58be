import type { AlertSource, UnassignedAlert } from '@opsgauge/contract';
import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { changeAlertRules } from '../../shared/api/incoming.js';
import { keys } from '../../shared/api/keys.js';
import { useChange } from '../../shared/api/use-change.js';
import { FormDrawer } from '../../shared/ui/form-drawer.js';
import type { Editing } from '../../shared/ui/use-editing.js';
import { targetOf } from './target-choice.js';
import { TargetSelect } from './target-select.js';

interface AssignValues {
  label: string;
  choice: string;
}
interface AssignFormProps {
  editing: Editing<UnassignedAlert>;
  sourceOf: (id: string) => AlertSource | undefined;
}

/** Labels that name a host, which is what an alert is usually known by. */
const likely = ['instance', 'host', 'hostname', 'nodename'];

/** Says by one of its labels whose an alert is: from now on, and of all that wait with the same. */
export function AssignForm({ editing, sourceOf }: AssignFormProps) {
  const { t } = useTranslation();
  const { item, isOpen, close } = editing;
  const required = [{ required: true, message: t('form.missing') }];
  const labels = Object.entries(item?.labels ?? {}).filter(([, value]) => value !== '');
  const save = useChange({
    change: async ({ label, choice }: AssignValues) => {
      const source = item && sourceOf(item.sourceId);
      if (!source) return;
      const value = item.labels[label]!;
      const others = source.assignments.filter((one) => one.label !== label || one.value !== value);
      const assignments = [{ label, value, target: targetOf(choice) }, ...others];
      await changeAlertRules(source.id, { assignments, severities: source.severities });
    },
    refresh: [keys.alertSources, keys.unassignedAlerts],
    done: t('record.saved'),
    isErrorShown: true,
  });
  const first = likely.find((name) => item?.labels[name]) ?? labels[0]?.[0];
  return (
    <FormDrawer<AssignValues>
      title={t('incoming.assignTitle')}
      isOpen={isOpen}
      onClose={close}
      initialValues={first === undefined ? {} : { label: first }}
      onSubmit={(values) => save.mutateAsync(values)}
    >
      <p className="secondary assign-alert">{item?.text}</p>
      <Form.Item
        name="label"
        label={t('incoming.byLabel')}
        extra={t('incoming.byLabelHint')}
        rules={required}
      >
        <Select options={labels.map(([name, value]) => ({ value: name, label: `${name}=${value}` }))} />
      </Form.Item>
      <Form.Item name="choice" label={t('incoming.target')} rules={required}>
        <TargetSelect />
      </Form.Item>
    </FormDrawer>
  );
}
