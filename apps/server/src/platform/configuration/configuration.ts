import path from 'node:path';
import { z } from 'zod';
import { isLoopback } from '../http/loopback.js';
import { isAddressOrRange } from '../http/trusted-proxies.js';

const isTimeZone = (name: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
};

/** Agents take plain http to their own machine only, and nothing of ours lies below a path. */
const isPublicUrl = (text: string): boolean => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || url.username || url.password || url.search || url.hash || url.pathname !== '/') return false;
  if (!/^[a-z0-9.:[\]_-]+$/.test(url.host)) return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
};

const listOfText = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** Every environment variable the hub reads, with its default. Empty counts as unset. */
const environmentSchema = z
  .object({
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
    OPSGAUGE_ADMIN_PASSWORD: z.string().max(256, 'must have at most 256 characters').optional(),
    OPSGAUGE_TIMEZONE: z
      .string()
      .refine(isTimeZone, 'must be a time zone name like Asia/Shanghai')
      .default('Asia/Shanghai'),
    OPSGAUGE_LOCAL_AGENT: z
      .enum(['on', 'off'], 'must be on or off')
      .default('on')
      .transform((value) => value === 'on'),
    OPSGAUGE_TLS_CERT: z.string().optional(),
    OPSGAUGE_TLS_KEY: z.string().optional(),
    OPSGAUGE_PUBLIC_URL: z
      .string()
      .refine(isPublicUrl, 'must be an address like https://hub.example.org, without a path')
      .transform((text) => new URL(text).origin)
      .optional(),
    OPSGAUGE_TRUSTED_PROXY: z
      .string()
      .transform(listOfText)
      .refine(
        (parts) => parts.every(isAddressOrRange),
        'must be addresses or ranges like 10.0.0.5,10.1.0.0/16',
      )
      .default([]),
    OPSGAUGE_BACKUP_DIR: z.string().optional(),
    OPSGAUGE_RAW_BUDGET_GB: z.coerce
      .number('must be a number of gigabytes (GiB)')
      .positive('must be more than 0')
      .default(20),
    OPSGAUGE_LOG_LEVEL: z
      .enum(['trace', 'debug', 'info', 'warn', 'error', 'silent'], {
        error: 'must be one of trace, debug, info, warn, error, silent',
      })
      .default('info'),
  })
  .refine((given) => (given.OPSGAUGE_TLS_CERT === undefined) === (given.OPSGAUGE_TLS_KEY === undefined), {
    path: ['OPSGAUGE_TLS_CERT'],
    message: 'and OPSGAUGE_TLS_KEY go together: set both or neither',
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
  /** Where a backup is put each night, absolute; undefined: none is made. */
  readonly backupDirectory: string | undefined;
  /** What folded samples in full may take up; the oldest beyond it are let go. */
  readonly rawBudgetBytes: number;
  /** PEM files; undefined: see `loadTls`. */
  readonly tls: { readonly certificateFile: string; readonly keyFile: string } | undefined;
  /** Where browsers and agents reach the hub, as an origin; undefined: wherever the administrator's browser does. */
  readonly publicUrl: string | undefined;
  /** Addresses and CIDR ranges whose X-Forwarded-For and X-Forwarded-Proto are believed. */
  readonly trustedProxies: readonly string[];
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
    rawBudgetBytes: Math.round(data.OPSGAUGE_RAW_BUDGET_GB * 2 ** 30),
    backupDirectory: data.OPSGAUGE_BACKUP_DIR && path.resolve(data.OPSGAUGE_BACKUP_DIR),
    tls:
      data.OPSGAUGE_TLS_CERT && data.OPSGAUGE_TLS_KEY
        ? {
            certificateFile: path.resolve(data.OPSGAUGE_TLS_CERT),
            keyFile: path.resolve(data.OPSGAUGE_TLS_KEY),
          }
        : undefined,
    publicUrl: data.OPSGAUGE_PUBLIC_URL,
    trustedProxies: data.OPSGAUGE_TRUSTED_PROXY,
  };
}

/** Injection token of the `Configuration`. */
export const CONFIGURATION = Symbol('configuration');
