import {
  AlertOutlined,
  AppstoreOutlined,
  AuditOutlined,
  BellOutlined,
  ClusterOutlined,
  DashboardOutlined,
  DatabaseOutlined,
  RadarChartOutlined,
  DesktopOutlined,
  ImportOutlined,
  SaveOutlined,
  SlidersOutlined,
  TeamOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { Destination } from './destinations.js';

export const destinationIcons: Record<Destination['key'], ReactNode> = {
  overview: <DashboardOutlined />,
  faults: <AlertOutlined />,
  probes: <RadarChartOutlined />,
  wall: <DesktopOutlined />,
  evaluations: <AppstoreOutlined />,
  'fault-rules': <SlidersOutlined />,
  inventory: <ClusterOutlined />,
  notifications: <BellOutlined />,
  incoming: <ImportOutlined />,
  accounts: <TeamOutlined />,
  audit: <AuditOutlined />,
  backups: <SaveOutlined />,
  storage: <DatabaseOutlined />,
};
