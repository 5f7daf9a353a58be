import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { agentVersion } from '../version.js';
import { parseOptions, type Command } from './command.js';
import { CommandError, exitCodes } from './exit-codes.js';

const describeFile = (): string => {
  const [, program] = process.argv;
  if (!program) throw new CommandError(exitCodes.failed, 'does not know which file it runs from');
  const bytes = readFileSync(program);
  return `${program} ${bytes.length} bytes sha256:${createHash('sha256').update(bytes).digest('hex')}`;
};

export const versionCommand: Command = {
  help: `opsgauge-agent version [--file]

Prints the version of the agent.

  --file  print also the file it runs from, its size and its SHA-256, to compare with what
          the hub hands out (/agent/opsgauge-agent.js.sha256)

Exit codes: 0 printed, 1 the file cannot be read, 2 wrong use`,
  run: async (parameters, { print }) => {
    const { file } = parseOptions(parameters, { file: { type: 'boolean' } });
    print(agentVersion);
    if (file) print(describeFile());
    return exitCodes.ok;
  },
};
