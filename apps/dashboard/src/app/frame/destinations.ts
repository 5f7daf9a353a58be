import type { Role } from '@opsgauge/contract';
import { isAllowed, type Permission } from '../../shared/permissions.js';

export interface Destination {
  path: string;
  key:
    | 'overview'
    | 'faults'
    | 'probes'
    | 'wall'
    | 'evaluations'
    | 'inventory'
    | 'fault-rules'
    | 'notifications'
    | 'incoming'
    | 'accounts'
    | 'audit'
    | 'backups'
    | 'storage';
  /** Who sees it; everybody where left out. */
  permission?: Permission;
}

export interface DestinationGroup {
  key: 'monitoring' | 'performance' | 'administration';
  destinations: Destination[];
}

/** The groups of the navigation, with the pages that there are. */
const destinationGroups: DestinationGroup[] = [
  {
    key: 'monitoring',
    destinations: [
      { path: '/', key: 'overview' },
      { path: '/faults', key: 'faults' },
      { path: '/probes', key: 'probes' },
      { path: '/wall', key: 'wall' },
    ],
  },
  {
    key: 'performance',
    destinations: [{ path: '/evaluations', key: 'evaluations' }],
  },
  {
    key: 'administration',
    destinations: [
      { path: '/inventory', key: 'inventory', permission: 'readInventory' },
      { path: '/fault-rules', key: 'fault-rules' },
      { path: '/notifications', key: 'notifications', permission: 'manageNotifications' },
      { path: '/incoming', key: 'incoming', permission: 'manageAlertSources' },
      { path: '/accounts', key: 'accounts', permission: 'manageAccounts' },
      { path: '/audit', key: 'audit', permission: 'readAudit' },
      { path: '/backups', key: 'backups', permission: 'manageBackups' },
      { path: '/storage', key: 'storage', permission: 'readStorage' },
    ],
  },
];

/** What somebody in this role may go to; groups with nothing in them are left out. */
export const destinationsFor = (role: Role | undefined): DestinationGroup[] =>
  destinationGroups
    .map((group) => ({
      ...group,
      destinations: group.destinations.filter(
        ({ permission }) => permission === undefined || isAllowed(role, permission),
      ),
    }))
    .filter(({ destinations }) => destinations.length > 0);

const prefixed = [
  'faults',
  'probes',
  'evaluations',
  'inventory',
  'fault-rules',
  'notifications',
  'incoming',
  'accounts',
  'audit',
  'backups',
  'storage',
] as const;

/** The destination a path belongs to: a server's and a system's page belong to the overview. */
export const destinationOf = (path: string): Destination['key'] | null =>
  prefixed.find((key) => path === `/${key}` || path.startsWith(`/${key}/`)) ??
  (path === '/' || path.startsWith('/servers/') || path.startsWith('/systems/') ? 'overview' : null);
