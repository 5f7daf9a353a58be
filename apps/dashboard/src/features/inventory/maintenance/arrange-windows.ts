import type { MaintenanceWindow } from '@opsgauge/contract';

const isWaiting = ({ state }: MaintenanceWindow) => (state === 'requested' ? 0 : 1);

/** What waits for its owner first, then the latest first. */
export const arrangeWindows = (windows: readonly MaintenanceWindow[]): MaintenanceWindow[] =>
  [...windows].sort((a, b) => isWaiting(a) - isWaiting(b) || b.from.localeCompare(a.from));
