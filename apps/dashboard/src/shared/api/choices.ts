import { useQuery } from '@tanstack/react-query';
import { serversQuery, systemsQuery } from './queries.js';

/** Records by name, to choose one of. */
export const choices = (items: readonly { id: string; name: string }[] | undefined) =>
  (items ?? []).map(({ id, name }) => ({ value: id, label: name }));

export const useSystemChoices = () => choices(useQuery(systemsQuery).data?.items);
export const useServerChoices = () => choices(useQuery(serversQuery).data?.items);
