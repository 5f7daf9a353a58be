import type { OrganizationKind } from '@opsgauge/contract';
import { useQuery } from '@tanstack/react-query';
import { organizationsQuery, projectsQuery } from '../../shared/api/inventory.js';
import { choices } from '../../shared/api/choices.js';
import { serversQuery } from '../../shared/api/queries.js';

/** The organizations of a kind, to choose one of. */
export function useOrganizationChoices(kind: OrganizationKind) {
  const { data } = useQuery(organizationsQuery);
  return choices(data?.items.filter((one) => one.kind === kind));
}
export const useProjectChoices = () => choices(useQuery(projectsQuery).data?.items);
/** Servers that may join a system, and how many others wait to be approved first. */
export function usePlaceableServers() {
  const { data } = useQuery(serversQuery);
  const approved = data?.items.filter(({ isApproved }) => isApproved);
  return { servers: choices(approved), waitingCount: (data?.items.length ?? 0) - (approved?.length ?? 0) };
}
