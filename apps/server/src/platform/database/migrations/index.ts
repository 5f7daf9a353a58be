import { Initial1763683200000 } from './1763683200000-initial.js';
import { AccountsAndOrganizations1763690000000 } from './1763690000000-accounts-and-organizations.js';
import { Audit1763690100000 } from './1763690100000-audit.js';
import { ServiceCalendars1763700000000 } from './1763700000000-service-calendars.js';
import { Memberships1763700100000 } from './1763700100000-memberships.js';
import { Hours1763710000000 } from './1763710000000-hours.js';
import { EnrolmentTokenMaker1763710100000 } from './1763710100000-enrolment-token-maker.js';
import { Partitions1763720000000 } from './1763720000000-partitions.js';
import { RemoteWrite1763730000000 } from './1763730000000-remote-write.js';
import { Faults1763740000000 } from './1763740000000-faults.js';
import { FaultDetection1763741000000 } from './1763741000000-fault-detection.js';
import { UserViews1763742000000 } from './1763742000000-user-views.js';
import { Probes1763745000000 } from './1763745000000-probes.js';
import { Notifications1763750000000 } from './1763750000000-notifications.js';
import { MaintenanceSeries1763755000000 } from './1763755000000-maintenance-series.js';
import { FaultNumbers1763756000000 } from './1763756000000-fault-numbers.js';
import { ContractFaultTerms1763757000000 } from './1763757000000-contract-fault-terms.js';
import { SilencedNotices1763758000000 } from './1763758000000-silenced-notices.js';
import { IncomingAlerts1763765000000 } from './1763765000000-incoming-alerts.js';
import { ConditionEnds1763766000000 } from './1763766000000-condition-ends.js';
import { LatestVersions1763767000000 } from './1763767000000-latest-versions.js';

/** Every migration, oldest first. A released one is never changed. */
export const migrations = [
  Initial1763683200000,
  AccountsAndOrganizations1763690000000,
  Audit1763690100000,
  ServiceCalendars1763700000000,
  Memberships1763700100000,
  Hours1763710000000,
  EnrolmentTokenMaker1763710100000,
  Partitions1763720000000,
  RemoteWrite1763730000000,
  Faults1763740000000,
  FaultDetection1763741000000,
  UserViews1763742000000,
  Probes1763745000000,
  Notifications1763750000000,
  MaintenanceSeries1763755000000,
  FaultNumbers1763756000000,
  ContractFaultTerms1763757000000,
  SilencedNotices1763758000000,
  IncomingAlerts1763765000000,
  ConditionEnds1763766000000,
  LatestVersions1763767000000,
];
