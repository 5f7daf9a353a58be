import { inspectionReadingSchema, type InspectionReading } from '@opsgauge/contract';
import { createHostCollectors } from '../collectors/host-collectors.js';
import { Sampler } from '../sampling/sampler.js';
import { wait } from '../sampling/wait.js';
import type { HostFiles } from '../system/host-files.js';
import { reasonOf, type Log } from '../system/log.js';
import { withTimeLimit } from '../system/time-limit.js';
import { agentVersion } from '../version.js';
import {
  noHardware,
  plainOperatingSystem,
  readBootedAt,
  readHardware,
  readInterfaceAddresses,
  readOperatingSystem,
  readTimeSynchronized,
} from './host-facts.js';
import type { PeriodFigures } from './period-figures.js';
import { hasSystemd, readServices } from './services.js';
import { readTopProcesses } from './top-processes.js';
import { pickServices, readFailedUnits, readPendingReboot } from './upkeep.js';

/** What an inspection is made with beyond the host itself. */
export interface InspectionExtras {
  /** Names of services whose state is to be told, be they there or not. */
  services?: readonly string[];
  period?: PeriodFigures | undefined;
}

const partLimitMs = 20_000;
const measuredMs = 1_000;

/**
 * A deeper reading of the host: takes some seconds and starts a few programs that only read. A part that cannot be
 * read is empty and named in `notes` with the reason.
 */
export const makeInspectionReading = async (
  files: HostFiles,
  log: Log,
  { services: wantedServices = [], period }: InspectionExtras = {},
): Promise<InspectionReading> => {
  const notes: InspectionReading['notes'] = [];
  const attempt = async <T>(part: string, read: () => T | Promise<T>, otherwise: T): Promise<T> => {
    try {
      return await withTimeLimit(Promise.resolve().then(read), partLimitMs, part);
    } catch (error) {
      notes.push({ part, reason: reasonOf(error).slice(0, 500) });
      return otherwise;
    }
  };

  const sampler = new Sampler(createHostCollectors(files), log);
  await sampler.read();
  await wait(measuredMs);
  // Before the programs below begin to move the figures.
  const { metrics, devices } = await sampler.read();
  for (const [part, reason] of sampler.failures) notes.push({ part, reason: reason.slice(0, 500) });

  const observedAt = new Date();
  const bootedAt = await attempt(
    'bootedAt',
    () => readBootedAt(files, observedAt.getTime()),
    observedAt.toISOString(),
  );
  const services = await attempt('services', () => readServices(files), []);
  if (services.length > 0 && !hasSystemd(files))
    notes.push({
      part: 'services',
      reason: 'systemd does not run here: init scripts do not tell of failures',
    });
  const failedUnits = await attempt<string[] | undefined>(
    'failedUnits',
    () => (hasSystemd(files) ? readFailedUnits() : undefined),
    undefined,
  );
  return inspectionReadingSchema.parse({
    observedAt: observedAt.toISOString(),
    agentVersion,
    operatingSystem: await attempt(
      'operatingSystem',
      () => readOperatingSystem(bootedAt),
      plainOperatingSystem(bootedAt),
    ),
    hardware: await attempt('hardware', () => readHardware(files), noHardware),
    metrics,
    devices,
    interfaceAddresses: await attempt('interfaceAddresses', () => readInterfaceAddresses(files), []),
    services,
    ...(failedUnits && { failedUnits }),
    ...(wantedServices.length > 0 && { configuredServices: pickServices(wantedServices, services) }),
    pendingReboot: await attempt<boolean | null>('pendingReboot', () => readPendingReboot(files), null),
    ...(period && { period }),
    topProcesses: await attempt('topProcesses', () => readTopProcesses(), []),
    timeSynchronized: await attempt<boolean | null>(
      'timeSynchronized',
      () => readTimeSynchronized(files),
      null,
    ),
    notes,
  });
};
