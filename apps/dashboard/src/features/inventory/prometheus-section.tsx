import type { CreatedRemoteWriteSource, RemoteWriteInstance } from '@opsgauge/contract';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { remoteWriteSourcesQuery } from '../../shared/api/remote-write.js';
import { QueryState } from '../../shared/ui/query-state.js';
import { SectionBar } from '../../shared/ui/section-bar.js';
import { useEditing } from '../../shared/ui/use-editing.js';
import { EmptySection } from './empty-section.js';
import { InstanceForm } from './instance-form.js';
import { InstanceList } from './instance-list.js';
import { PrometheusCreated } from './prometheus-created.js';
import { PrometheusForm } from './prometheus-form.js';
import { PrometheusHead } from './prometheus-head.js';

/** An instance, of the Prometheus that wrote of it. */
export interface SourceInstance extends RemoteWriteInstance {
  readonly sourceId: string;
}

/** Hosts that are watched by a Prometheus and not by an agent of ours: each is told which server it is. */
export function PrometheusSection() {
  const { t } = useTranslation();
  const query = useQuery(remoteWriteSourcesQuery);
  const adding = useEditing<never>();
  const assigning = useEditing<SourceInstance>();
  const [created, setCreated] = useState<CreatedRemoteWriteSource | null>(null);
  return (
    <>
      <SectionBar
        count={query.data?.items.length}
        add={{ label: t('prometheus.add'), onAdd: () => adding.start(null) }}
      />
      <QueryState query={query} errorTitle={t('record.loadFailed')}>
        {({ items }) =>
          items.length === 0 ? (
            <div className="empty">
              <EmptySection of="prometheus" />
            </div>
          ) : (
            items.map((source) => (
              <section key={source.id} aria-label={source.name}>
                <PrometheusHead source={source} />
                <InstanceList
                  instances={source.instances.map((one) => ({ ...one, sourceId: source.id }))}
                  onAssign={assigning.start}
                />
              </section>
            ))
          )
        }
      </QueryState>
      <PrometheusForm isOpen={adding.isOpen} onClose={adding.close} onCreated={setCreated} />
      <PrometheusCreated created={created} onClose={() => setCreated(null)} />
      <InstanceForm editing={assigning} />
    </>
  );
}
