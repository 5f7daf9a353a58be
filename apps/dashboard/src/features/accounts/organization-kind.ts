import type { OrganizationKind, Role } from '@opsgauge/contract';

const kinds: Record<Role, OrganizationKind | null> = {
  admin: null,
  lead: 'vendor',
  operator: 'vendor',
  owner: 'owner',
  evaluator: 'evaluator',
};

/** The kind of organization a role works in; null where it may be any. */
export const organizationKindOf = (role: Role): OrganizationKind | null => kinds[role];
