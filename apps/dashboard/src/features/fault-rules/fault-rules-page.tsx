import type { FaultRule } from '@opsgauge/contract';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { faultRulesQuery } from '../../shared/api/fault-rules.js';
import { useMay } from '../../shared/permissions.js';
import { PageHead } from '../../shared/ui/page-head.js';
import { Panel } from '../../shared/ui/panel.js';
import { QueryState } from '../../shared/ui/query-state.js';
import { SectionBar } from '../../shared/ui/section-bar.js';
import { useEditing } from '../../shared/ui/use-editing.js';
import { ExceptionsDrawer } from './exceptions-drawer.js';
import { RuleForm } from './rule-form.js';
import { RuleList } from './rule-list.js';
import { TrialDrawer } from './trial-drawer.js';
import './fault-rules.css';

/** By which rules faults are found, what is set otherwise where, and what each would have found. */
export function FaultRulesPage() {
  const { t } = useTranslation();
  const query = useQuery(faultRulesQuery);
  const mayChange = useMay('changeFaultRules');
  const editing = useEditing<FaultRule>();
  const excepting = useEditing<FaultRule>();
  const trying = useEditing<FaultRule>();
  const items = query.data?.items;
  // As it is now, also while its drawer is open.
  const excepted = items?.find(({ id }) => id === excepting.item?.id) ?? null;
  return (
    <>
      <PageHead title={t('navigation.fault-rules')} help="faultRules" note={t('faultRules.note')} />
      <Panel isFlush>
        <SectionBar
          count={items?.length}
          add={mayChange && { label: t('faultRules.add'), onAdd: () => editing.start(null) }}
        />
        <QueryState query={query} errorTitle={t('faultRules.loadFailed')}>
          {({ items: rules }) => (
            <RuleList rules={rules} onEdit={editing.start} onExcept={excepting.start} onTry={trying.start} />
          )}
        </QueryState>
      </Panel>
      <RuleForm editing={editing} />
      <ExceptionsDrawer rule={excepted} isOpen={excepting.isOpen} onClose={excepting.close} />
      <TrialDrawer editing={trying} />
    </>
  );
}
