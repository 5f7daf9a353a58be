import type { OrganizationKind, Role } from '@opsgauge/contract';
import type { EntityManager } from 'typeorm';
import { ApplicationError } from '../platform/errors/application-error.js';
import { Organization } from './organization.entity.js';

/** The kind of organization a role's people belong to; an administrator to any, or none. */
const kindOf: Record<Role, OrganizationKind | null> = {
  admin: null,
  lead: 'vendor',
  operator: 'vendor',
  owner: 'owner',
  evaluator: 'evaluator',
};

/**
 * A role and an organization have to fit, since an organization of its own is what an account sees.
 * @throws ApplicationError `invalid_request` naming `organizationId`
 */
export async function assertOrganizationFits(
  manager: EntityManager,
  role: Role,
  organizationId: string | null,
): Promise<void> {
  if (organizationId === null) return;
  const organization = await manager.findOneBy(Organization, { id: organizationId });
  const wanted = kindOf[role];
  if (organization && (wanted === null || organization.kind === wanted)) return;
  const rule = organization ? `must be of kind ${wanted} for the role ${role}` : 'does not exist';
  throw new ApplicationError('invalid_request', `organizationId: ${rule}`, { field: 'organizationId' });
}
