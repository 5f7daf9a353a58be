import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  probeInputSchema,
  probeSchema,
  probesResponseSchema,
  type Probe,
  type ProbeInput,
  type ProbesResponse,
} from '@opsgauge/contract';
import { CurrentScope, type Scope } from '../accounts/scope.js';
import { AllowedFor, everyRole } from '../platform/http/access.js';
import { ProbeResponses } from './probe-responses.service.js';
import { ProbesService } from './probes.service.js';

@ApiTags('probes')
@Controller('api/v1/probes')
export class ProbesController {
  constructor(
    private readonly probes: ProbesService,
    private readonly responses: ProbeResponses,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Lists the probes' })
  @AllowedFor(...everyRole)
  @ApiOkResponse({ standardSchema: probesResponseSchema })
  async list(@CurrentScope() scope: Scope): Promise<ProbesResponse> {
    return { items: await this.responses.of(await this.probes.list(scope)) };
  }

  @Get(':id')
  @ApiOperation({ summary: 'Reads a probe' })
  @AllowedFor(...everyRole)
  @ApiOkResponse({ standardSchema: probeSchema })
  async read(@CurrentScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<Probe> {
    return this.responses.ofOne(await this.probes.get(scope, id));
  }

  @Post()
  @ApiOperation({ summary: 'Adds a probe' })
  @AllowedFor('admin')
  @ApiCreatedResponse({ standardSchema: probeSchema })
  async create(@Body({ schema: probeInputSchema }) input: ProbeInput): Promise<Probe> {
    return this.responses.ofOne(await this.probes.create(input));
  }

  /** What it is about stays. */
  @Put(':id')
  @ApiOperation({ summary: 'Changes a probe' })
  @AllowedFor('admin')
  @ApiOkResponse({ standardSchema: probeSchema })
  async change(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: probeInputSchema }) input: ProbeInput,
  ): Promise<Probe> {
    return this.responses.ofOne(await this.probes.change(scope, id, input));
  }

  @Delete(':id')
  @ApiOperation({ summary: 'Deletes a probe; what it measured still counts' })
  @HttpCode(204)
  @AllowedFor('admin')
  remove(@CurrentScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.probes.remove(scope, id);
  }
}
