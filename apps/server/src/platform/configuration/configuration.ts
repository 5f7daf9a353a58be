import path from 'node:path';
import { z } from 'zod';

const isTimeZone = (name: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
};

/** Every environment variable the hub reads, with its default. Empty counts as unset. */
const environmentSchema = z.object({
  OPSGAUGE_PORT: z.coerce
    .number('must be a port number from 0 to 65535')
    .int('must be a whole number')
    .min(0, 'must be a port number from 0 to 65535')
    .max(65535, 'must be a port number from 0 to 65535')
    .default(8080),
  OPSGAUGE_HOST: z.string().default('127.0.0.1'),
  OPSGAUGE_DATA_DIR: z.string().default('./data'),
  OPSGAUGE_DATABASE_URL: z
    .url({
      protocol: /^postgres(ql)?$/,
      hostname: /.*/,
      error: 'must be a URL like postgres://user:password@host:5432/database',
    })
    .optional(),
  OPSGAUGE_ADMIN_PASSWORD: z.string().min(12, 'must have at least 12 characters').max(256).optional(),
  OPSGAUGE_TIMEZONE: z
    .string()
    .refine(isTimeZone, 'must be a time zone name like Asia/Shanghai')
    .default('Asia/Shanghai'),
  OPSGAUGE_LOCAL_AGENT: z
    .enum(['on', 'off'], 'must be on or off')
    .default('on')
    .transform((value) => value === 'on'),
  OPSGAUGE_LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'silent'], {
      error: 'must be one of trace, debug, info, warn, error, silent',
    })
    .default('info'),
});

/** The hub's configuration, checked once at the start. */
export interface Configuration {
  readonly port: number;
  readonly host: string;
  /** Absolute. */
  readonly dataDirectory: string;
  /** Undefined: PostgreSQL is embedded. */
  readonly databaseUrl: string | undefined;
  /** Used on the first run only; undefined: one is generated. */
  readonly adminPassword: string | undefined;
  /** The organisation's zone: edges of days, months and years are computed in it. */
  readonly timeZone: string;
  readonly isLocalAgentWanted: boolean;
  readonly logLevel: string;
}

/** One wrong value is enough not to start; all of them are told at once. */
export class ConfigurationError extends Error {}

/**
 * Reads the configuration.
 * @throws ConfigurationError naming each wrong variable, one line
 */
export function readConfiguration(environment: NodeJS.ProcessEnv): Configuration {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = environmentSchema.safeParse(given);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map(({ path: [name], message }) => `${String(name)} ${message}`);
    throw new ConfigurationError(wrong.join('; '));
  }
  const { data } = parsed;
  return {
    port: data.OPSGAUGE_PORT,
    host: data.OPSGAUGE_HOST,
    dataDirectory: path.resolve(data.OPSGAUGE_DATA_DIR),
    databaseUrl: data.OPSGAUGE_DATABASE_URL,
    adminPassword: data.OPSGAUGE_ADMIN_PASSWORD,
    timeZone: data.OPSGAUGE_TIMEZONE,
    isLocalAgentWanted: data.OPSGAUGE_LOCAL_AGENT,
    logLevel: data.OPSGAUGE_LOG_LEVEL,
  };
}

/** Injection token of the `Configuration`. */
export const CONFIGURATION = Symbol('configuration');
