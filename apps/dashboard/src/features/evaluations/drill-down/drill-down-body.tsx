import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { availabilityQuery, serverAvailabilityUrl, systemsQuery } from '../../../shared/api/queries.js';
import { QueryState } from '../../../shared/ui/query-state.js';
import { Calculation } from './calculation.js';
import { FigureBlock } from './figure-block.js';
import { Intervals } from './intervals.js';
import { Samples } from './samples.js';
import { membersOf } from './members.js';
import type { DrillDownProps } from './drill-down-panel.js';

/** Figure, calculation and intervals; or the samples of one interval. */
export function DrillDownBody({ actual, evaluation, drillDown, onGo }: DrillDownProps) {
  const { t } = useTranslation();
  const { serverId, interval } = drillDown;
  const systems = useQuery(systemsQuery);
  // The address of a period that is still running moves on with it; the figures must not flash away each time.
  const evidence = useQuery({
    ...availabilityQuery(evaluation.systemId, actual.evidenceUrl),
    placeholderData: keepPreviousData,
  });
  const period = {
    from: evidence.data?.from ?? evaluation.from,
    to: evidence.data?.to ?? evaluation.cutOffAt,
  };
  const system = systems.data?.items.find(({ id }) => id === evaluation.systemId);
  const shownPeriod = interval ?? period;
  const components = membersOf(system, shownPeriod.from, shownPeriod.to);
  const member = membersOf(system, period.from, period.to).find((one) => one.serverId === serverId) ?? period;
  const ofServer = useQuery({
    ...availabilityQuery(serverId ?? '', serverAvailabilityUrl(serverId ?? '', member.from, member.to)),
    enabled: serverId !== null && evidence.data !== undefined && !systems.isPending,
    placeholderData: (previous, query) => (query?.queryKey[1] === serverId ? previous : undefined),
  });
  const shown = serverId === null ? evidence : ofServer;
  if (interval) {
    const statusInterval = shown.data?.intervals.find(({ from }) => from === interval.from);
    return (
      <Samples
        interval={interval}
        statusInterval={statusInterval ?? null}
        components={components}
        serverId={serverId ?? components[0]?.serverId ?? null}
        onBack={() => onGo({ ...drillDown, interval: null })}
        onServer={(next) => onGo({ ...drillDown, serverId: next })}
      />
    );
  }
  return (
    <>
      <FigureBlock actual={actual} totals={evidence.data ?? null} />
      <Calculation actual={actual} evaluation={evaluation} totals={evidence.data ?? null} />
      <QueryState query={shown} errorTitle={t('intervals.loadFailed')} skeletonRows={5}>
        {(availability) => (
          <Intervals
            availability={availability}
            components={components}
            drillDown={drillDown}
            onServer={(next) => onGo({ ...drillDown, serverId: next })}
            onOpen={({ from, to }) => onGo({ ...drillDown, interval: { from, to } })}
          />
        )}
      </QueryState>
    </>
  );
}
