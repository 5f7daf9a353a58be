import type { AlertSource, AlertSourceRules } from '@opsgauge/contract';
import { useTranslation } from 'react-i18next';
import { changeAlertRules } from '../../shared/api/incoming.js';
import { keys } from '../../shared/api/keys.js';
import { useChange } from '../../shared/api/use-change.js';
import { FormDrawer } from '../../shared/ui/form-drawer.js';
import type { Editing } from '../../shared/ui/use-editing.js';
import { AssignmentRows } from './assignment-rows.js';
import { SeverityRows } from './severity-rows.js';
import { choiceOf, targetOf } from './target-choice.js';

/** The rules of a source as its form has them. */
export interface RulesValues {
  assignments: { label: string; value: string; choice: string }[];
  severities: AlertSourceRules['severities'];
}

/** Whose a monitor's alerts are, and how bad its words. */
export function RulesForm({ editing }: { editing: Editing<AlertSource> }) {
  const { t } = useTranslation();
  const { item, isOpen, close } = editing;
  const save = useChange({
    change: async ({ assignments = [], severities = [] }: Partial<RulesValues>) =>
      item &&
      changeAlertRules(item.id, {
        assignments: assignments.map(({ label, value, choice }) => ({
          label,
          value,
          target: targetOf(choice),
        })),
        severities,
      }),
    refresh: [keys.alertSources, keys.unassignedAlerts],
    done: t('record.saved'),
    isErrorShown: true,
  });
  return (
    <FormDrawer<RulesValues>
      title={t('incoming.rulesOf', { name: item?.name ?? '' })}
      isOpen={isOpen}
      onClose={close}
      size={640}
      fieldOf={(field) => field.replace(/target\.(systemId|serverId)$/, 'choice')}
      initialValues={{
        assignments: (item?.assignments ?? []).map(({ target, ...one }) => ({
          ...one,
          choice: choiceOf(target),
        })),
        severities: item?.severities ?? [],
      }}
      onSubmit={(values) => save.mutateAsync(values)}
    >
      <AssignmentRows />
      <SeverityRows />
    </FormDrawer>
  );
}
