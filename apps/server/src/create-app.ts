import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import type pg from 'pg';
import { MachineAdmission } from './accounts/machine-admission.service.js';
import { AppModule } from './app.module.js';
import { Clock } from './platform/clock.js';
import type { Configuration } from './platform/configuration/configuration.js';
import { ErrorFilter } from './platform/errors/error-filter.js';
import { serveDashboard } from './platform/http/dashboard-files.js';
import { assertEveryRouteDeclaresAccess } from './platform/http/declared-access.js';
import { serveDirectRoutes } from './platform/http/direct-routes.js';
import { LiveAdapter } from './platform/http/live-adapter.js';
import { addOriginCheck } from './platform/http/origin-check.js';
import { RequestOrigins } from './platform/http/request-origin.js';
import { addSecurityHeaders } from './platform/http/security-headers.js';
import {
  addBinaryBodies,
  addRequestHooks,
  endConnectionsOnClosing,
  fastifyOptions,
} from './platform/http/server-options.js';
import { validationPipe } from './platform/http/validation.js';
import { Logger } from './platform/logging/logger.js';
import type { TlsMaterial } from './platform/tls/tls-material.js';
import { serverVersion } from './platform/version.js';

export interface AppOptions {
  readonly configuration: Configuration;
  /** A migrated database. */
  readonly connection: pg.ClientConfig;
  readonly clock?: Clock;
  /** The hub's certificate; without one it speaks plain http. */
  readonly tls?: TlsMaterial | null;
  /** The agent's built program, for other machines to fetch. */
  readonly agentProgram?: string;
  /** The built dashboard; without one only the API is served. */
  readonly dashboardDirectory?: string;
}

/** Puts the hub together, ready to listen. */
export async function createApp(options: AppOptions): Promise<NestFastifyApplication> {
  const origins = new RequestOrigins(options.configuration);
  const installation = { tls: options.tls ?? null, agentProgram: options.agentProgram };
  const adapter = new FastifyAdapter(fastifyOptions(origins.isTrustedProxy, installation.tls) as never);
  addRequestHooks(adapter.getInstance() as never);
  addSecurityHeaders(adapter.getInstance() as never);
  addBinaryBodies(adapter.getInstance() as never);
  endConnectionsOnClosing(adapter.getInstance() as never);
  addOriginCheck(adapter.getInstance() as never, origins);
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.with(options.configuration, options.connection, options.clock ?? new Clock(), installation),
    adapter,
    { bufferLogs: true, abortOnError: false },
  );
  const logger = app.get(Logger);
  app.useLogger(logger);
  app.useWebSocketAdapter(new LiveAdapter(app, origins));
  app.useGlobalPipes(validationPipe());
  const errors = new ErrorFilter(logger);
  app.useGlobalFilters(errors);
  assertEveryRouteDeclaresAccess(app);
  const machines = app.get(MachineAdmission);
  serveDirectRoutes(app, (kind, request) => machines.admit(kind, request));
  describeApi(app, options.dashboardDirectory !== undefined);
  if (options.dashboardDirectory) await serveDashboard(app, options.dashboardDirectory, errors);
  return app;
}

/** The description as JSON, and, where pages are served at all, as a page. */
function describeApi(app: NestFastifyApplication, hasPages: boolean): void {
  const description = new DocumentBuilder()
    .setTitle('OpsGauge 运衡')
    .setDescription(
      'Times are ISO 8601 in UTC. Figures that are judged (percentages of availability, scores) are decimals as strings; measured values are numbers. Errors are { code, message, correlationId }.',
    )
    .setVersion(serverVersion)
    .addCookieAuth('opsgauge_session')
    .addBearerAuth()
    .build();
  SwaggerModule.setup('api/docs', app, () => SwaggerModule.createDocument(app, description), {
    jsonDocumentUrl: 'api/docs-json',
    ui: hasPages,
    raw: ['json'],
  });
}
