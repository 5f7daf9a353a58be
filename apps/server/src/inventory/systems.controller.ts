import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Patch,
  Post,
  Put,
} from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  systemInputSchema,
  systemMakeUpInputSchema,
  systemSchema,
  systemsResponseSchema,
  type System,
  type SystemInput,
  type SystemMakeUpInput,
  type SystemsResponse,
} from '@opsgauge/contract';
import { CurrentScope, type Scope } from '../accounts/scope.js';
import { AllowedFor, everyRole } from '../platform/http/access.js';
import { MakeUpsService } from './make-ups.service.js';
import { ServersService } from './servers.service.js';
import { SystemChangesService } from './system-changes.service.js';
import { systemResponse } from './system-response.js';
import { SystemsService, type SystemMakeUp } from './systems.service.js';
import { VisibilityService } from './visibility.service.js';

@ApiTags('systems')
@Controller('api/v1/systems')
export class SystemsController {
  constructor(
    private readonly systems: SystemsService,
    private readonly changes: SystemChangesService,
    private readonly makeUps: MakeUpsService,
    private readonly servers: ServersService,
    private readonly visibility: VisibilityService,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Lists the systems with what each is made of' })
  @AllowedFor(...everyRole)
  @ApiOkResponse({ standardSchema: systemsResponseSchema })
  async list(@CurrentScope() scope: Scope): Promise<SystemsResponse> {
    const { seesSystem } = await this.visibility.of(scope);
    const [systems, names] = await Promise.all([this.systems.list(), this.servers.names()]);
    const visible = systems.filter(({ system }) => seesSystem(system.id));
    return { items: visible.map((makeUp) => systemResponse(makeUp, names)) };
  }

  @Get(':id')
  @ApiOperation({ summary: 'Reads a system' })
  @AllowedFor(...everyRole)
  @ApiOkResponse({ standardSchema: systemSchema })
  async get(@CurrentScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<System> {
    await this.visibility.requireSystem(scope, id);
    return this.describe(await this.systems.get(id));
  }

  @Post()
  @ApiOperation({ summary: 'Adds a system to a project' })
  @AllowedFor('admin')
  @ApiCreatedResponse({ standardSchema: systemSchema })
  async create(@Body({ schema: systemInputSchema }) input: SystemInput): Promise<System> {
    return this.describe(await this.changes.create(input));
  }

  @Patch(':id')
  @ApiOperation({ summary: 'Changes a system' })
  @AllowedFor('admin')
  @ApiOkResponse({ standardSchema: systemSchema })
  async change(
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: systemInputSchema }) input: SystemInput,
  ): Promise<System> {
    return this.describe(await this.changes.change(id, input));
  }

  @Put(':id/components')
  @ApiOperation({ summary: 'Replaces what a system is made of, from now on' })
  @AllowedFor('admin')
  @ApiOkResponse({ standardSchema: systemSchema })
  async replaceMakeUp(
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: systemMakeUpInputSchema }) input: SystemMakeUpInput,
  ): Promise<System> {
    await this.makeUps.replace(id, input);
    return this.describe(await this.systems.get(id));
  }

  @Delete(':id')
  @ApiOperation({ summary: 'Deletes a system that was never in service' })
  @HttpCode(204)
  @AllowedFor('admin')
  remove(@Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.changes.remove(id);
  }

  private async describe(makeUp: SystemMakeUp): Promise<System> {
    return systemResponse(makeUp, await this.servers.names());
  }
}
