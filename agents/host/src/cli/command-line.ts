import { reasonOf } from '../system/log.js';
import { agentVersion } from '../version.js';
import type { Command, Surroundings } from './command.js';
import { enrollCommand } from './enroll-command.js';
import { CommandError, exitCodes, type ExitCode } from './exit-codes.js';
import { inspectCommand } from './inspect-command.js';
import { onceCommand } from './once-command.js';
import { runCommand } from './run-command.js';
import { statusCommand } from './status-command.js';
import { versionCommand } from './version-command.js';

const commands: Command[] = [
  enrollCommand,
  runCommand,
  onceCommand,
  inspectCommand,
  statusCommand,
  versionCommand,
];

const help = `opsgauge-agent ${agentVersion}

Reads this host and reports to an OpsGauge hub. It opens no port and runs no command
that is sent to it.

${commands.map(({ name, summary }) => `  ${name.padEnd(9)}${summary}`).join('\n')}

opsgauge-agent COMMAND --help tells more.

State folder: --state, else OPSGAUGE_AGENT_STATE, else /var/lib/opsgauge-agent for root
and ~/.opsgauge-agent for other users.

Exit codes: 0 done, 1 failed, 2 wrong use, 3 not enrolled, 4 enrolled already,
5 the hub refuses or does not answer, 6 runs already`;

const isHelp = (text: string | undefined): boolean => text === 'help' || text === '--help' || text === '-h';

/** Carries out one command line. Every failure is one line on standard error and an exit code. */
export const runCommandLine = async (parameters: string[], surroundings: Surroundings): Promise<ExitCode> => {
  const [first, ...rest] = parameters;
  const name = isHelp(first) ? rest[0] : first === '--version' ? 'version' : first;
  const command = commands.find((candidate) => candidate.name === name);
  if (!command) {
    if (isHelp(first) && name === undefined) {
      surroundings.print(help);
      return exitCodes.ok;
    }
    surroundings.printError(
      name === undefined
        ? 'no command; see: opsgauge-agent help'
        : `no command "${name}"; see: opsgauge-agent help`,
    );
    return exitCodes.usage;
  }
  if (isHelp(first) || rest.some((parameter) => parameter === '--help' || parameter === '-h')) {
    surroundings.print(command.help);
    return exitCodes.ok;
  }
  try {
    return await command.run(rest, surroundings);
  } catch (error) {
    surroundings.printError(`opsgauge-agent ${command.name}: ${reasonOf(error).replaceAll('\n', ' ')}`);
    return error instanceof CommandError ? error.exitCode : exitCodes.failed;
  }
};
