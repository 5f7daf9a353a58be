import { agentVersion } from '../version.js';
import { parseOptions, type Command } from './command.js';
import { exitCodes } from './exit-codes.js';

export const versionCommand: Command = {
  help: `opsgauge-agent version

Prints the version of the agent, and nothing else.`,
  run: async (parameters, { print }) => {
    parseOptions(parameters, {});
    print(agentVersion);
    return exitCodes.ok;
  },
};
