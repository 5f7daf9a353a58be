import { noticeKindSchema, type OrganizationKind } from '@opsgauge/contract';
import type { NoticeKind } from '@opsgauge/domain';
import { useQuery } from '@tanstack/react-query';
import { organizationsQuery } from '../../shared/api/inventory.js';

/**
 * What a subscription of such an organization can be told.
 * @param kind null: the platform's own, or not known
 */
export const offeredKinds = (kind: OrganizationKind | null): NoticeKind[] =>
  // What a vendor asks for is told to those who decide.
  noticeKindSchema.options.filter((one) => one !== 'requested' || kind !== 'vendor');

/** What a subscription of an organization can be told, by its id; null or undefined: the platform's own. */
export function useOfferedKinds(): (organizationId: string | null | undefined) => NoticeKind[] {
  const { data } = useQuery(organizationsQuery);
  return (organizationId) => offeredKinds(data?.items.find(({ id }) => id === organizationId)?.kind ?? null);
}
