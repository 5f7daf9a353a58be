import type { Target } from '../collectors/target-probe.js';

/** What an administrator may set, by environment. */
export interface Settings {
  /** The spool's bounds; whichever is reached first drops the oldest. */
  spoolBytesMax: number;
  spoolDaysMax: number;
  /** Whose latency and loss are measured, beside the hub's. */
  targets: Target[];
  /** Whether latency and loss are measured at all. */
  measuresTargets: boolean;
  /** Services whose state an inspection tells, be they there or not. */
  services: string[];
  /** Whether the hub may have anything probed from here. */
  runsProbes: boolean;
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

const targetsMax = 31;

const servicesMax = 64;

/** Names without `.service`, with commas between them. */
const parseServices = (text: string): string[] => {
  const names = text.split(',').map((name) => name.trim().replace(/\.service$/, ''));
  const wanted = names.filter((name) => name !== '');
  if (wanted.length > servicesMax || wanted.some((name) => name.length > 255))
    throw new SettingError(`OPSGAUGE_AGENT_SERVICES may name ${servicesMax} services at most`);
  return wanted;
};

/** `name=host:port,…`; the port may be left out. */
const parseTargets = (text: string): Target[] => {
  const parts = text.split(',').filter((part) => part.trim() !== '');
  if (parts.length > targetsMax)
    throw new SettingError(`OPSGAUGE_AGENT_TARGETS may name ${targetsMax} targets at most`);
  return parts.map((part) => {
    const found = /^\s*([^=\s]{1,64})=([A-Za-z0-9.-]{1,253}|\[[0-9A-Fa-f:]+\])(?::(\d{1,5}))?\s*$/.exec(part);
    const [, name = '', host = '', port = '80'] = found ?? [];
    // A dash in front would be an option of ping.
    if (!found || host.startsWith('-') || Number(port) < 1 || Number(port) > 65_535)
      throw new SettingError(
        `OPSGAUGE_AGENT_TARGETS looks like name=host:port,name=host, not "${part.trim()}"`,
      );
    return { name, host: host.replace(/^\[|\]$/g, ''), port: Number(port) };
  });
};

/** @throws SettingError naming the variable that is wrong */
export const readSettings = (environment: NodeJS.ProcessEnv = process.env): Settings => {
  const targets = environment.OPSGAUGE_AGENT_TARGETS ?? '';
  return {
    spoolBytesMax: positive(environment, 'OPSGAUGE_AGENT_SPOOL_BYTES', 256 * 1024 * 1024, 65_536),
    spoolDaysMax: positive(environment, 'OPSGAUGE_AGENT_SPOOL_DAYS', 7, 0.01),
    targets: targets === 'none' ? [] : parseTargets(targets),
    measuresTargets: targets !== 'none',
    services: parseServices(environment.OPSGAUGE_AGENT_SERVICES ?? ''),
    runsProbes: environment.OPSGAUGE_AGENT_PROBES !== 'none',
  };
};
