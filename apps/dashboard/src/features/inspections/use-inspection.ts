import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { keys } from '../../shared/api/keys.js';
import { requestInspection } from '../../shared/api/commands.js';
import { inspectionQuery, inspectionsQuery } from '../../shared/api/queries.js';

/**
 * Asks for an inspection of a server and follows it until it is completed: the live event brings the end, and a
 * reading every two seconds does where the event was lost. One that was asked for before this page was opened is
 * followed as well.
 */
export function useInspection(serverId: string) {
  const client = useQueryClient();
  const { data: earlier } = useQuery(inspectionsQuery(serverId));
  const request = useMutation({
    mutationFn: () => requestInspection(serverId),
    onSuccess: (inspection) => {
      client.setQueryData(keys.inspection(inspection.id), inspection);
      void client.invalidateQueries({ queryKey: keys.inspectionsOf(serverId) });
    },
  });
  const newest = earlier?.items.reduce<(typeof earlier.items)[number] | undefined>(
    (known, one) => (known && known.requestedAt >= one.requestedAt ? known : one),
    undefined,
  );
  const id = request.data?.id ?? (newest?.state === 'requested' ? newest.id : undefined);
  const followed = useQuery({
    ...inspectionQuery(id ?? ''),
    enabled: id !== undefined,
    staleTime: 0,
    refetchInterval: (query) => (query.state.data && query.state.data.state !== 'requested' ? false : 2000),
  });
  return { request, current: id === undefined ? undefined : followed.data };
}
