import { parseArgs, type ParseArgsConfig } from 'node:util';
import { reasonOf } from '../system/log.js';
import { CommandError, exitCodes, type ExitCode } from './exit-codes.js';

/** What a command meets of the world; a test brings its own. */
export interface Surroundings {
  environment: NodeJS.ProcessEnv;
  print(text: string): void;
  printError(text: string): void;
  readStandardInput(): Promise<string>;
  /** From the call on a request to end the process only aborts this signal. */
  listenForEnd(): AbortSignal;
}

export interface Command {
  /** The text of `--help`. */
  readonly help: string;
  run(parameters: string[], surroundings: Surroundings): Promise<ExitCode>;
}

/** A command as the list knows it: what it needs is loaded only once it is called. */
export interface ListedCommand {
  readonly name: string;
  readonly summary: string;
  load(): Promise<Command>;
}

type Options = NonNullable<ParseArgsConfig['options']>;

/**
 * A command's options; none takes a value without a name.
 * @throws CommandError with exit code `usage`
 */
export const parseOptions = <T extends Options>(parameters: string[], options: T) => {
  try {
    return parseArgs({ args: parameters, options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    throw new CommandError(exitCodes.usage, reasonOf(error).split('\n', 1)[0] ?? '');
  }
};

export const stateOption = { state: { type: 'string' } } as const;
export const jsonOption = { json: { type: 'boolean' } } as const;
