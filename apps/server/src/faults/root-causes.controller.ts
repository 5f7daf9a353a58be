import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  rootCauseInputSchema,
  rootCauseSchema,
  rootCausesResponseSchema,
  type RootCause,
  type RootCauseInput,
  type RootCausesResponse,
} from '@opsgauge/contract';
import { AllowedFor, everyRole } from '../platform/http/access.js';
import { RootCausesService } from './root-causes.service.js';

@ApiTags('faults')
@Controller('api/v1/root-causes')
export class RootCausesController {
  constructor(private readonly rootCauses: RootCausesService) {}

  @Get()
  @ApiOperation({ summary: 'Lists the root causes that a closed fault may name' })
  @AllowedFor(...everyRole)
  @ApiOkResponse({ standardSchema: rootCausesResponseSchema })
  async list(): Promise<RootCausesResponse> {
    return { items: await this.rootCauses.list() };
  }

  /** The vendor does not: what counts as the same cause decides what is repeated. */
  @Post()
  @ApiOperation({ summary: 'Adds a root cause to the catalogue' })
  @AllowedFor('admin', 'owner')
  @ApiCreatedResponse({ standardSchema: rootCauseSchema })
  add(@Body({ schema: rootCauseInputSchema }) input: RootCauseInput): Promise<RootCause> {
    return this.rootCauses.add(input);
  }
}
