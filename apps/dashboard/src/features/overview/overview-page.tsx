import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keys } from '../../shared/api/keys.js';
import { serversQuery } from '../../shared/api/queries.js';
import { useReread } from '../../shared/api/use-reread.js';
import { useIsPhone } from '../../shared/ui/use-media.js';
import { useTitle } from '../../shared/ui/use-title.js';
import { QueryState } from '../../shared/ui/query-state.js';
import { AddServerDrawer } from './add-server-drawer.js';
import { Counters } from './counters.js';
import { Facts } from './facts.js';
import { FilterBar } from './filter-bar.js';
import { FirstServer } from './first-server.js';
import { ServerList } from './server-list.js';
import { countServers, filterServers } from './server-filter.js';
import { useFilter } from './use-filter.js';
import './overview.css';

/** Every server at a glance: counters, the fleet's figures, and the list with problems first. */
export function OverviewPage() {
  const { t } = useTranslation();
  const isPhone = useIsPhone();
  const servers = useQuery(serversQuery);
  useReread(keys.servers, 60_000);
  const { filter, view, set, clear } = useFilter();
  const [isAdding, setAdding] = useState(false);
  useTitle(t('navigation.overview'));
  const items = servers.data?.items;
  const counts = useMemo(() => countServers(items ?? []), [items]);
  const shown = useMemo(() => filterServers(items ?? [], filter), [items, filter]);
  return (
    <>
      <h1 className="visually-hidden">{t('navigation.overview')}</h1>
      <QueryState query={servers} errorTitle={t('overview.loadFailed')} skeletonRows={12}>
        {(data) =>
          data.items.length === 0 ? (
            <FirstServer />
          ) : (
            <>
              <div className="counters">
                <Counters
                  counts={counts}
                  selected={filter.status}
                  onSelect={(status) => set('status', status === 'all' ? null : status)}
                />
                <Facts fleet={data.fleet} servers={data.items} />
              </div>
              <section className="panel" aria-label={t('overview.servers')}>
                <FilterBar
                  servers={data.items}
                  shown={shown}
                  filter={filter}
                  view={view}
                  onChange={set}
                  onAdd={() => setAdding(true)}
                />
                <ServerList servers={shown} view={isPhone ? 'rows' : view} onClearFilter={clear} />
              </section>
              <AddServerDrawer isOpen={isAdding} onClose={() => setAdding(false)} />
            </>
          )
        }
      </QueryState>
    </>
  );
}
