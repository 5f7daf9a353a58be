import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Res } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
  ApiNoContentResponse,
} from '@nestjs/swagger';
import {
  inspectionReadingSchema,
  inspectionSchema,
  inspectionsResponseSchema,
  type Inspection,
  type InspectionReading,
} from '@opsgauge/contract';
import type { FastifyReply } from 'fastify';
import { CurrentAgent, CurrentUser } from '../accounts/principal.js';
import { CurrentScope, type Scope } from '../accounts/scope.js';
import type { UserAccount } from '../accounts/user-account.entity.js';
import { AllowedFor, everyRole } from '../platform/http/access.js';
import { Refusals } from '../platform/http/refusals.js';
import { InspectionReportService } from './inspection-report.service.js';
import { InspectionsService } from './inspections.service.js';

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

@ApiTags('inspections')
@Controller('api/v1')
export class InspectionsController {
  constructor(
    private readonly inspections: InspectionsService,
    private readonly reports: InspectionReportService,
  ) {}

  @Post('servers/:id/inspections')
  @ApiOperation({ summary: 'Asks the agent of a server for an inspection' })
  @HttpCode(202)
  @AllowedFor('admin', 'lead', 'operator')
  request(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentUser() user: UserAccount,
  ): Promise<Inspection> {
    return this.inspections.request(scope, id, user.id);
  }

  @Get('servers/:id/inspections')
  @ApiOperation({ summary: 'Lists the inspections of a server' })
  @AllowedFor(...everyRole)
  @ApiOkResponse({ standardSchema: inspectionsResponseSchema })
  async list(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<{ items: Inspection[] }> {
    return { items: await this.inspections.listOf(scope, id) };
  }

  @Get('inspections/:id')
  @ApiOperation({ summary: 'Reads an inspection' })
  @AllowedFor(...everyRole)
  @ApiOkResponse({ standardSchema: inspectionSchema })
  get(@CurrentScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<Inspection> {
    return this.inspections.get(scope, id);
  }

  @Get('inspections/:id/report.docx')
  @ApiOperation({ summary: 'Downloads the inspection report as a Word file' })
  @AllowedFor(...everyRole)
  @ApiProduces(docx)
  async report(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const { file, name } = await this.reports.docx(scope, id);
    const ascii = `inspection-${id}.docx`;
    void reply
      .type(docx)
      .header(
        'content-disposition',
        `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      );
    return file;
  }

  @Post('agent/inspections/:id')
  @ApiOperation({ summary: 'Takes what an agent has found' })
  @HttpCode(204)
  @AllowedFor('agent')
  @ApiBearerAuth()
  @ApiNoContentResponse({ description: 'It is kept; so it is when the same comes again.' })
  @Refusals('agent_credential_invalid', 'not_found')
  complete(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentAgent() serverId: string,
    @Body({ schema: inspectionReadingSchema }) reading: InspectionReading,
  ): Promise<void> {
    return this.inspections.complete(serverId, id, reading);
  }
}
