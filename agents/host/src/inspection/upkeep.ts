import type { InspectionReading } from '@opsgauge/contract';
import type { HostFiles } from '../system/host-files.js';
import { runProgram } from '../system/run-program.js';
import { bounded } from './text.js';

const unitsMax = 256;

/** Names of all units that failed, services and others. @throws where systemd does not answer */
export const readFailedUnits = async (): Promise<string[]> => {
  const parameters = ['list-units', '--state=failed', '--all', '--plain', '--no-legend', '--no-pager'];
  const text = await runProgram('systemctl', parameters);
  return text
    .split('\n')
    .map((line) => bounded(line.trim().split(/\s+/)[0], 255))
    .filter((name) => name !== '')
    .slice(0, unitsMax);
};

/**
 * Whether an update waits for the next boot.
 * @throws where nothing on the host tells
 */
export const readPendingReboot = async (files: HostFiles): Promise<boolean> => {
  if (['/run/reboot-required', '/var/run/reboot-required'].some((path) => files.exists(path))) return true;
  if (files.exists('/etc/debian_version')) return false;
  if (!files.exists('/usr/bin/needs-restarting')) throw new Error('nothing on this host tells');
  try {
    await runProgram('/usr/bin/needs-restarting', ['-r']);
    return false;
  } catch (error) {
    // 1 is its answer "yes".
    if ((error as { code?: unknown }).code === 1) return true;
    throw error;
  }
};

/** The state of the services an administrator named, from all services of the host. */
export const pickServices = (
  names: readonly string[],
  services: InspectionReading['services'],
): NonNullable<InspectionReading['configuredServices']> =>
  names.map((name) => ({
    name,
    state: services.find((service) => service.name === name)?.state ?? 'missing',
  }));
