import type { UserAccount } from '../accounts/user-account.entity.js';
import { ApplicationError } from '../platform/errors/application-error.js';

/** Administrators manage everything; anybody else what belongs to the own organization, and nothing of the platform's. */
export const manages = ({ role, organizationId: own }: UserAccount, organizationId: string | null): boolean =>
  role === 'admin' || (own !== null && organizationId === own);

/** @throws ApplicationError `invalid_request` naming `organizationId` */
export function assertManages(user: UserAccount, organizationId: string | null): void {
  if (manages(user, organizationId)) return;
  throw new ApplicationError('invalid_request', 'organizationId: must be your own organization', {
    field: 'organizationId',
  });
}
