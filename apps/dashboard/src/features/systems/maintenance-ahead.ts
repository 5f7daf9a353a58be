import type { MaintenanceWindow, System } from '@opsgauge/contract';

/** An occurrence that is not over, of the system or of a server it is made of. */
export interface MaintenanceAhead {
  from: string;
  to: string;
  window: MaintenanceWindow;
}

/** What lies ahead or goes on at `now`, the earliest first; what was refused is not to come. */
export function maintenanceAhead(
  windows: readonly MaintenanceWindow[],
  system: System,
  now: number,
): MaintenanceAhead[] {
  const servers = new Set(system.components.map(({ serverId }) => serverId));
  const concerns = ({ target }: MaintenanceWindow) =>
    target.kind === 'system' ? target.systemId === system.id : servers.has(target.serverId);
  return windows
    .filter((window) => window.state !== 'refused' && concerns(window))
    .flatMap((window) => window.occurrences.map(({ from, to }) => ({ from, to, window })))
    .filter(({ to }) => Date.parse(to) > now)
    .sort((a, b) => Date.parse(a.from) - Date.parse(b.from));
}
