import { AppstoreOutlined, DashboardOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';

export interface Destination {
  path: string;
  key: 'overview' | 'evaluations';
  icon: ReactNode;
}

/** The groups of the navigation, with the pages that there are. */
export const destinationGroups: { key: 'monitoring' | 'performance'; destinations: Destination[] }[] = [
  { key: 'monitoring', destinations: [{ path: '/', key: 'overview', icon: <DashboardOutlined /> }] },
  {
    key: 'performance',
    destinations: [{ path: '/evaluations', key: 'evaluations', icon: <AppstoreOutlined /> }],
  },
];

/** The destination a path belongs to: a server's page belongs to the overview. */
export const destinationOf = (path: string): Destination['key'] | null =>
  path.startsWith('/evaluations')
    ? 'evaluations'
    : path === '/' || path.startsWith('/servers/')
      ? 'overview'
      : null;
