import { Controller, Get, Headers, Param, ParseUUIDPipe, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import {
  actualsResponseSchema,
  evaluationsResponseSchema,
  type ActualsResponse,
  type EvaluationsResponse,
} from '@opsgauge/contract';
import type { FastifyReply } from 'fastify';
import { CurrentScope, type Scope } from '../accounts/scope.js';
import { AllowedFor, everyRole } from '../platform/http/access.js';
import { actualsCsv } from './actuals-csv.js';
import { ActualsService } from './actuals.service.js';

@ApiTags('evaluations')
@Controller('api/v1/evaluations')
export class EvaluationsController {
  constructor(private readonly actuals: ActualsService) {}

  @Get()
  @ApiOperation({ summary: 'Lists the evaluations' })
  @AllowedFor(...everyRole)
  @ApiOkResponse({ standardSchema: evaluationsResponseSchema })
  async list(@CurrentScope() scope: Scope): Promise<EvaluationsResponse> {
    return { items: await this.actuals.list(scope) };
  }

  /** `Accept: text/csv` gives the rows as CSV, each with its system and period. */
  @Get(':id/actuals')
  @ApiOperation({
    summary: 'Reads the measured actuals of an evaluation, each with the evidence it was counted from',
  })
  @AllowedFor(...everyRole)
  @ApiProduces('application/json', 'text/csv')
  @ApiOkResponse({ standardSchema: actualsResponseSchema })
  async listActuals(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ActualsResponse | string> {
    const response = await this.actuals.actuals(scope, id);
    if (!accept?.includes('text/csv')) return response;
    void reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="actuals-${id}.csv"`);
    return actualsCsv(response);
  }
}
