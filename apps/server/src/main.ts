import 'reflect-metadata';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type pg from 'pg';
import { AccountsService } from './accounts/accounts.service.js';
import { AgentCredentialsService } from './accounts/agent-credentials.service.js';
import { createApp } from './create-app.js';
import { EnrolmentService } from './inventory/enrolment.service.js';
import {
  ConfigurationError,
  readConfiguration,
  type Configuration,
} from './platform/configuration/configuration.js';
import { EmbeddedPostgres } from './platform/database/embedded-postgres.js';
import { migrate } from './platform/database/migrate.js';
import { createPino } from './platform/logging/logger.js';
import { loadTls, type TlsMaterial } from './platform/tls/tls-material.js';
import { failed, ready } from './platform/supervisor.js';

const databaseName = 'opsgauge';

async function main(): Promise<void> {
  const configuration = readConfiguration(process.env);
  const logger = createPino(configuration.logLevel);
  await assertPortIsFree(configuration);
  assertWritable(configuration.dataDirectory);
  const tls = await loadTls(configuration, Date.now());

  const embedded = configuration.databaseUrl
    ? undefined
    : new EmbeddedPostgres(configuration.dataDirectory, (reason) => logger.warn(reason));
  let app: NestFastifyApplication | undefined;
  let stopping: Promise<void> | undefined;
  const stop = (): Promise<void> =>
    (stopping ??= (async () => {
      await app?.close().catch((error: Error) => logger.error(error, 'the hub did not close in order'));
      await embedded?.stop();
      process.exit(0);
    })());
  process.on('SIGTERM', () => void stop());
  process.on('SIGINT', () => void stop());

  try {
    const connection = await connect(configuration, embedded);
    await migrate(connection, undefined, logger);
    app = await createApp({
      configuration,
      connection,
      tls,
      agentProgram: beside('../../../agents/host/dist/opsgauge-agent.js'),
      dashboardDirectory: beside('../../dashboard/dist'),
    });
    const firstRun = await app.get(AccountsService).ensureAdmin(configuration.adminPassword);
    await app.listen(configuration.port, configuration.host);
    await announce(app, configuration, tls, firstRun);
    logger.info({ url: await app.getUrl() }, 'the hub is ready');
  } catch (error) {
    if (stopping) return stopping;
    await app?.close().catch(() => {});
    await embedded?.stop().catch(() => {});
    throw error;
  }
}

async function connect(
  { databaseUrl }: Configuration,
  embedded: EmbeddedPostgres | undefined,
): Promise<pg.ClientConfig> {
  if (!embedded) return { connectionString: databaseUrl! };
  await embedded.start();
  await embedded.ensureDatabase(databaseName);
  return embedded.connection(databaseName);
}

/** Tells the launcher where the hub is, and what may be told only once. */
async function announce(
  app: NestFastifyApplication,
  configuration: Configuration,
  tls: TlsMaterial | null,
  firstRun: { readonly generatedPassword: string | null } | null,
): Promise<void> {
  const isLocalAgentEnrolled = await app.get(EnrolmentService).isLocalAgentEnrolled();
  const { port } = app.getHttpServer().address() as net.AddressInfo;
  await ready({
    url: `${tls ? 'https' : 'http'}://${hostInUrl(configuration.host)}:${port}`,
    ...(tls ? { fingerprint: tls.fingerprint } : {}),
    adminUsername: 'admin',
    isFirstRun: firstRun !== null,
    ...(firstRun?.generatedPassword ? { firstRunPassword: firstRun.generatedPassword } : {}),
    isLocalAgentEnrolled,
    ...(configuration.isLocalAgentWanted
      ? { enrolmentToken: (await app.get(AgentCredentialsService).createToken(true)).token }
      : {}),
  });
}

const hostInUrl = (host: string): string => (net.isIPv6(host) ? `[${host}]` : host);

/** The built dashboard and the built agent stand beside the built hub. */
const beside = (relative: string): string =>
  path.resolve(path.dirname(fileURLToPath(import.meta.url)), relative);

/** Checked before anything is started, so that a second hub says at once why it cannot be. */
function assertPortIsFree({ port, host }: Configuration): Promise<void> {
  return new Promise((resolve, reject) => {
    const trial = net.createServer();
    trial.once('error', (error: NodeJS.ErrnoException) => {
      const reason =
        error.code === 'EADDRINUSE'
          ? `OPSGAUGE_PORT: port ${port} on ${host} is taken; set it to another one`
          : `OPSGAUGE_HOST and OPSGAUGE_PORT: cannot listen on ${host}:${port}: ${error.message}`;
      reject(new ConfigurationError(reason));
    });
    trial.listen(port, host, () => trial.close(() => resolve()));
  });
}

function assertWritable(directory: string): void {
  try {
    fs.mkdirSync(directory, { recursive: true, mode: 0o755 });
    const trial = path.join(directory, `.writable-${process.pid}`);
    fs.writeFileSync(trial, '');
    fs.rmSync(trial);
  } catch (error) {
    throw new ConfigurationError(
      `OPSGAUGE_DATA_DIR: the data folder ${directory} is not writable: ${(error as Error).message}`,
    );
  }
}

main().catch((error: Error) => failed(error));
