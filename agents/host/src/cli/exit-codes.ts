/** What the agent's process ends with. */
export const exitCodes = {
  ok: 0,
  failed: 1,
  usage: 2,
  notEnrolled: 3,
  alreadyEnrolled: 4,
  hubFailed: 5,
  alreadyRunning: 6,
  noPermission: 7,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Ends the command with one line for the user. */
export class CommandError extends Error {
  constructor(
    readonly exitCode: ExitCode,
    message: string,
  ) {
    super(message);
  }
}
