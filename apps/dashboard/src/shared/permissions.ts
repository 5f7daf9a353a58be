import type { Role } from '@opsgauge/contract';
import { useQuery } from '@tanstack/react-query';
import { sessionQuery } from './api/queries.js';

/**
 * What each role may do on a page. The hub decides; this only keeps from view what it would refuse. `admin` may do
 * whatever any role may.
 */
const permissions = {
  addServers: [],
  readInventory: ['lead', 'operator', 'owner', 'evaluator'],
  changeInventory: [],
  changeMaintenance: ['owner'],
  exceptFaultRules: ['owner'],
  changeFaultRules: [],
  askMaintenance: ['lead', 'operator'],
  readDeliveries: ['lead', 'operator', 'owner'],
  requestInspections: ['lead', 'operator'],
  reportFaults: ['lead', 'operator', 'owner'],
  addRootCauses: ['owner'],
  manageAccounts: [],
  readAudit: [],
  manageBackups: [],
  readStorage: ['lead', 'operator'],
  manageNotifications: ['lead', 'operator', 'owner'],
  readRoster: ['lead', 'operator', 'owner'],
  manageRoster: ['lead', 'operator'],
  manageMailServer: [],
  manageAlertSources: [],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof permissions;

export const isAllowed = (role: Role | undefined, permission: Permission): boolean =>
  role === 'admin' || (role !== undefined && (permissions[permission] as readonly Role[]).includes(role));

/** Whether the person who is logged in may. */
export function useMay(permission: Permission): boolean {
  const { data } = useQuery(sessionQuery);
  return isAllowed(data?.user?.role, permission);
}
