import { ConfigurationError } from './configuration/configuration.js';

/** What a started hub tells the process that started it. */
export interface Ready {
  readonly url: string;
  /** Of the hub's certificate, for the agent of this machine; none over plain http. */
  readonly fingerprint?: string;
  readonly adminUsername: string;
  /** The account was made just now. */
  readonly isFirstRun: boolean;
  /** Generated on the first run, where none was given; shown once. */
  readonly firstRunPassword?: string;
  readonly isLocalAgentEnrolled: boolean;
  /** One-time token for the agent of this machine. */
  readonly enrolmentToken?: string;
}

/** Exit code of a hub that would fail the same way again: it is not to be started again. */
const exitDoNotRestart = 78;

/**
 * Tells the supervisor that the hub is up; without one, the generated password goes to standard error, since nobody
 * else will ever see it.
 */
export async function ready(message: Ready): Promise<void> {
  if (process.send) return send({ type: 'ready', ...message });
  if (message.firstRunPassword) {
    process.stderr.write(`${message.url}\n${message.adminUsername} / ${message.firstRunPassword}\n`);
  }
}

/** Says in one line why the hub cannot start, and ends the process. */
export async function failed(error: Error): Promise<never> {
  if (process.send) await send({ type: 'failed', message: error.message });
  const isOwnWords = error instanceof ConfigurationError;
  process.stderr.write(`${isOwnWords ? error.message : (error.stack ?? error.message)}\n`);
  process.exit(exitDoNotRestart);
}

const send = (message: object): Promise<void> =>
  new Promise((resolve) => {
    process.send!(message, undefined, undefined, () => resolve());
  });
