import { arch, hostname, networkInterfaces, release } from 'node:os';
import type { InspectionReading } from '@opsgauge/contract';
import { readMemoryInformation } from '../collectors/memory-information.js';
import { readMonotonicMs } from '../system/boot.js';
import type { HostFiles } from '../system/host-files.js';
import { runProgram } from '../system/run-program.js';
import { loadSystemInformation } from './system-information.js';
import { bounded } from './text.js';

type OperatingSystem = InspectionReading['operatingSystem'];
type Hardware = InspectionReading['hardware'];

/** Known without asking anybody; stands where more cannot be read. */
export const plainOperatingSystem = (bootedAt: string): OperatingSystem => ({
  name: 'Linux',
  release: '',
  kernel: bounded(release(), 255),
  architecture: bounded(arch(), 64),
  hostname: bounded(hostname(), 255),
  bootedAt,
});

export const readOperatingSystem = async (bootedAt: string): Promise<OperatingSystem> => {
  const { osInfo } = await loadSystemInformation();
  const found = await osInfo();
  return {
    ...plainOperatingSystem(bootedAt),
    name: bounded(found.distro, 255) || 'Linux',
    release: bounded(found.release, 255),
  };
};

export const readBootedAt = (files: HostFiles, nowMs: number): string =>
  new Date(nowMs - readMonotonicMs(files)).toISOString();

export const noHardware: Hardware = {
  manufacturer: '',
  model: '',
  processor: '',
  physicalCores: 0,
  logicalCores: 0,
  memoryBytes: 0,
  virtualization: '',
};

export const readHardware = async (files: HostFiles): Promise<Hardware> => {
  const information = await loadSystemInformation();
  const [system, processor] = [await information.system(), await information.cpu()];
  return {
    manufacturer: bounded(system.manufacturer, 255),
    model: bounded(system.model, 255),
    processor: bounded(`${processor.manufacturer} ${processor.brand}`, 255),
    physicalCores: processor.physicalCores,
    logicalCores: processor.cores,
    memoryBytes: readMemoryInformation(files).get('MemTotal') ?? 0,
    virtualization: system.virtual ? bounded(system.virtualHost, 64) || 'virtual' : '',
  };
};

const readSpeed = (files: HostFiles, name: string): number | null => {
  try {
    const speed = Number(files.read(`/sys/class/net/${name}/speed`));
    return speed > 0 ? speed : null;
  } catch {
    // A virtual interface, or one without a link, has none.
    return null;
  }
};

/** Addresses and link speeds of all interfaces but loopback. */
export const readInterfaceAddresses = (files: HostFiles): InspectionReading['interfaceAddresses'] =>
  Object.entries(networkInterfaces())
    .filter(([name]) => name !== 'lo')
    .slice(0, 256)
    .map(([name, addresses = []]) => ({
      name,
      addresses: addresses.slice(0, 64).map(({ address }) => bounded(address, 64)),
      speedMegabitsPerSecond: readSpeed(files, name),
    }));

/** @throws where nothing on the host tells whether its clock is synchronised */
export const readTimeSynchronized = async (files: HostFiles): Promise<boolean> => {
  if (files.exists('/run/systemd/timesync/synchronized')) return true;
  const answer = (await runProgram('timedatectl', ['show', '--property=NTPSynchronized', '--value'])).trim();
  if (answer !== 'yes' && answer !== 'no') throw new Error('timedatectl does not tell');
  return answer === 'yes';
};
