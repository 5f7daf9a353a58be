import { keys } from '../../../shared/api/keys.js';

/** What is read again once maintenance has changed: every figure counted with it, too. */
export const touchedByMaintenance = [
  keys.maintenanceWindows,
  keys.servers,
  keys.allAvailability,
  keys.allActuals,
];
