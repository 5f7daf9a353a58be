import type { InspectionReading } from '@opsgauge/contract';
import type { HostFiles } from '../system/host-files.js';
import { runProgram } from '../system/run-program.js';
import { loadSystemInformation } from './system-information.js';
import { bounded } from './text.js';

type Service = InspectionReading['services'][number];

const servicesMax = 1024;
const unitSuffix = '.service';

const stateOf = (active: string | undefined): Service['state'] =>
  active === 'failed' ? 'failed' : active === 'active' || active === 'reloading' ? 'running' : 'stopped';

/** @param text `systemctl list-units --type=service --all --plain --no-legend`: unit, load, active, sub, description */
export const parseUnits = (text: string): Service[] =>
  text.split('\n').flatMap((line) => {
    const [unit, load, active] = line.trim().split(/\s+/);
    if (!unit?.endsWith(unitSuffix) || load === 'not-found') return [];
    return [{ name: bounded(unit.slice(0, -unitSuffix.length), 255), state: stateOf(active) }];
  });

/** Whether the host can be asked for failures of its services. */
export const hasSystemd = (files: HostFiles): boolean => files.exists('/run/systemd/system');

/**
 * The host's services. From systemd where it runs, which alone knows of failures; else what init scripts tell.
 * @throws where neither answers
 */
export const readServices = async (files: HostFiles): Promise<Service[]> => {
  if (hasSystemd(files)) {
    const units = ['list-units', '--type=service', '--all', '--plain', '--no-legend', '--no-pager'];
    return parseUnits(await runProgram('systemctl', units)).slice(0, servicesMax);
  }
  const { services } = await loadSystemInformation();
  const found = await services('*');
  if (found.length === 0) throw new Error('systemd does not run here and no init script answers');
  return found.slice(0, servicesMax).flatMap(({ name, running }): Service[] => {
    const text = bounded(name, 255);
    return text ? [{ name: text, state: running ? 'running' : 'stopped' }] : [];
  });
};
