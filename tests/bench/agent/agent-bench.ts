import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { figureOf, type Figure } from '../figure.js';
import { measureCatchUp } from './catch-up.js';
import { measureIdleCost } from './idle-cost.js';

const program = fileURLToPath(new URL('../../../agents/host/dist/opsgauge-agent.js', import.meta.url));
const minutesOrdinary = 4;

/**
 * What the agent costs the host it runs on.
 * @param parameters `--minutes N` for the everyday cost, `--node PATH` for another Node
 */
export const measureAgent = async (parameters: string[], print: (figure: Figure) => void): Promise<void> => {
  const { values } = parseArgs({
    args: parameters,
    options: { minutes: { type: 'string' }, node: { type: 'string' } },
  });
  const node = values.node ?? process.execPath;
  print(figureOf('agent file', statSync(program).size / 1024 / 1024, 'MiB'));
  await measureCatchUp(node, print);
  await measureIdleCost({ node, minutes: Number(values.minutes ?? minutesOrdinary) }, print);
};
