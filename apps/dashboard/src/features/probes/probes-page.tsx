import type { Probe } from '@opsgauge/contract';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { probesQuery, probeStatesQuery } from '../../shared/api/probes.js';
import { useMay } from '../../shared/permissions.js';
import { PageHead } from '../../shared/ui/page-head.js';
import { Panel } from '../../shared/ui/panel.js';
import { QueryState } from '../../shared/ui/query-state.js';
import { SectionBar } from '../../shared/ui/section-bar.js';
import { useEditing } from '../../shared/ui/use-editing.js';
import { ProbeForm } from './probe-form.js';
import { ProbeList } from './probe-list.js';
import './probes.css';

/** What is asked from outside: pages, ports and hosts, and how each answers. */
export function ProbesPage() {
  const { t } = useTranslation();
  const query = useQuery(probesQuery);
  const { data } = useQuery(probeStatesQuery);
  const mayChange = useMay('changeInventory');
  const editing = useEditing<Probe>();
  const states = useMemo(() => new Map(data?.items.map((state) => [state.probeId, state])), [data]);
  return (
    <>
      <PageHead title={t('navigation.probes')} help="probes" note={t('probe.note')} />
      <Panel isFlush>
        <SectionBar
          count={query.data?.items.length}
          add={mayChange && { label: t('probe.add'), onAdd: () => editing.start(null) }}
        />
        <QueryState query={query} errorTitle={t('probe.loadFailed')}>
          {({ items }) => <ProbeList probes={items} states={states} onEdit={editing.start} />}
        </QueryState>
      </Panel>
      <ProbeForm editing={editing} />
    </>
  );
}
