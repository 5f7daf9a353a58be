import type { InspectionReading } from '@opsgauge/contract';
import { wait } from '../sampling/wait.js';
import { toHundredths } from '../system/round.js';
import { loadSystemInformation } from './system-information.js';
import { bounded } from './text.js';

type TopProcess = InspectionReading['topProcesses'][number];

const processesMax = 10;
const measuredMs = 1_000;

/**
 * The processes that use most CPU, then most memory, measured over a second.
 * @throws where `ps` is missing
 */
export const readTopProcesses = async (): Promise<TopProcess[]> => {
  const { processes } = await loadSystemInformation();
  await processes();
  await wait(measuredMs);
  const { list } = await processes();
  if (list.length === 0) throw new Error('ps is missing or tells nothing');
  return list
    .sort((one, other) => other.cpu - one.cpu || other.mem - one.mem)
    .slice(0, processesMax)
    .map(({ pid, name, user, cpu, mem }) => ({
      pid,
      name: bounded(name, 255),
      user: bounded(user, 64),
      cpuPercent: toHundredths(cpu) ?? 0,
      memoryPercent: toHundredths(mem) ?? 0,
    }));
};
