import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { healthSchema, type Health } from '@opsgauge/contract';
import { Clock, instantText } from './clock.js';
import { CONFIGURATION, type Configuration } from './configuration/configuration.js';
import { Database } from './database/database.js';
import { AllowedFor } from './http/access.js';
import { serverVersion } from './version.js';

@ApiTags('health')
@Controller('api/v1/health')
export class HealthController {
  private readonly startedAt: string;

  constructor(
    private readonly database: Database,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    clock: Clock,
  ) {
    this.startedAt = instantText(clock.nowMs());
  }

  /** Answers also while the database is away: `degraded`. */
  @Get()
  @ApiOperation({ summary: 'Tells whether the platform and its database are well' })
  @AllowedFor('public')
  @ApiOkResponse({ standardSchema: healthSchema })
  async read(): Promise<Health> {
    const version = await this.databaseVersion();
    return {
      status: version ? 'ok' : 'degraded',
      version: serverVersion,
      database: {
        isReachable: version !== null,
        version,
        embedded: this.configuration.databaseUrl === undefined,
      },
      startedAt: this.startedAt,
    };
  }

  private async databaseVersion(): Promise<string | null> {
    try {
      const { rows } = await this.database.query<{ server_version: string }>('SHOW server_version');
      return rows[0]!.server_version;
    } catch {
      return null;
    }
  }
}
