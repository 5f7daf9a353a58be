import type { AlertSource } from '@opsgauge/contract';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { alertSourcesQuery } from '../../shared/api/incoming.js';
import { Panel } from '../../shared/ui/panel.js';
import { QueryState } from '../../shared/ui/query-state.js';
import { SectionBar } from '../../shared/ui/section-bar.js';
import { useEditing } from '../../shared/ui/use-editing.js';
import { RulesForm } from './rules-form.js';
import { SourceForm } from './source-form.js';
import { SourceList } from './source-list.js';
import { SourceSetup, type Setup } from './source-setup.js';

/** The monitors that may send, each with what it needs to. */
export function SourcesPanel() {
  const { t } = useTranslation();
  const query = useQuery(alertSourcesQuery);
  const adding = useEditing<never>();
  const ruling = useEditing<AlertSource>();
  const [setup, setSetup] = useState<Setup | null>(null);
  return (
    <Panel isFlush title={t('incoming.sources')}>
      <SectionBar
        count={query.data?.items.length}
        add={{ label: t('incoming.add'), onAdd: () => adding.start(null) }}
      />
      <QueryState query={query} errorTitle={t('record.loadFailed')}>
        {({ items }) => <SourceList items={items} onRules={ruling.start} onSetup={setSetup} />}
      </QueryState>
      <SourceForm isOpen={adding.isOpen} onClose={adding.close} onCreated={setSetup} />
      <RulesForm editing={ruling} />
      <SourceSetup setup={setup} onClose={() => setSetup(null)} />
    </Panel>
  );
}
