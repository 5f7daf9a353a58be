/** What an administrator may set, by environment. */
export interface Settings {
  /** The spool's bounds; whichever is reached first drops the oldest. */
  spoolBytesMax: number;
  spoolDaysMax: number;
}

export class SettingError extends Error {}

const positive = (environment: NodeJS.ProcessEnv, name: string, ordinary: number, min: number): number => {
  const text = environment[name];
  if (!text) return ordinary;
  const value = Number(text);
  if (!Number.isFinite(value) || value < min)
    throw new SettingError(`${name} must be a number from ${min} up, not "${text}"`);
  return value;
};

/** @throws SettingError naming the variable that is wrong */
export const readSettings = (environment: NodeJS.ProcessEnv = process.env): Settings => ({
  spoolBytesMax: positive(environment, 'OPSGAUGE_AGENT_SPOOL_BYTES', 256 * 1024 * 1024, 65_536),
  spoolDaysMax: positive(environment, 'OPSGAUGE_AGENT_SPOOL_DAYS', 7, 0.01),
});
