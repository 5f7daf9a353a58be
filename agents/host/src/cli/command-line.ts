import { reasonOf } from '../system/log.js';
import { agentVersion } from '../version.js';
import type { ListedCommand, Surroundings } from './command.js';
import { CommandError, exitCodes, type ExitCode } from './exit-codes.js';

const commands: ListedCommand[] = [
  {
    name: 'enroll',
    summary: 'make this host known to a hub',
    load: async () => (await import('./enroll-command.js')).enrollCommand,
  },
  {
    name: 'run',
    summary: 'sample this host and report to the hub',
    load: async () => (await import('./run-command.js')).runCommand,
  },
  {
    name: 'once',
    summary: 'print one sample',
    load: async () => (await import('./once-command.js')).onceCommand,
  },
  {
    name: 'inspect',
    summary: 'print a deeper reading',
    load: async () => (await import('./inspect-command.js')).inspectCommand,
  },
  {
    name: 'status',
    summary: 'tell where this agent stands',
    load: async () => (await import('./status-command.js')).statusCommand,
  },
  {
    name: 'install',
    summary: 'make it a systemd service of this host',
    load: async () => (await import('./install-command.js')).installCommand,
  },
  {
    name: 'uninstall',
    summary: 'remove the service and leave nothing',
    load: async () => (await import('./uninstall-command.js')).uninstallCommand,
  },
  {
    name: 'version',
    summary: 'print the version',
    load: async () => (await import('./version-command.js')).versionCommand,
  },
];

const help = `opsgauge-agent ${agentVersion}

Reads this host and reports to an OpsGauge hub. It opens no port and runs no command
that is sent to it.

${commands.map(({ name, summary }) => `  ${name.padEnd(11)}${summary}`).join('\n')}

opsgauge-agent COMMAND --help tells more.

State folder: --state, else OPSGAUGE_AGENT_STATE, else /var/lib/opsgauge-agent for root
and ~/.opsgauge-agent for other users.

Exit codes: 0 done, 1 failed, 2 wrong use, 3 not enrolled, 4 enrolled already,
5 the hub refuses or does not answer, 6 runs already, 7 not an administrator`;

const isHelp = (text: string | undefined): boolean => text === 'help' || text === '--help' || text === '-h';

/** Carries out one command line. Every failure is one line on standard error and an exit code. */
export const runCommandLine = async (parameters: string[], surroundings: Surroundings): Promise<ExitCode> => {
  const [first, ...rest] = parameters;
  const name = isHelp(first) ? rest[0] : first === '--version' ? 'version' : first;
  const listed = commands.find((candidate) => candidate.name === name);
  if (!listed) {
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
  const command = await listed.load();
  if (isHelp(first) || rest.some((parameter) => parameter === '--help' || parameter === '-h')) {
    surroundings.print(command.help);
    return exitCodes.ok;
  }
  try {
    return await command.run(rest, surroundings);
  } catch (error) {
    surroundings.printError(`opsgauge-agent ${listed.name}: ${reasonOf(error).replaceAll('\n', ' ')}`);
    return error instanceof CommandError ? error.exitCode : exitCodes.failed;
  }
};
