import { Controller, Get, Headers, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import {
  auditQuerySchema,
  auditResponseSchema,
  auditVerificationSchema,
  type AuditQuery,
  type AuditResponse,
  type AuditVerification,
} from '@opsgauge/contract';
import type { FastifyReply } from 'fastify';
import { AllowedFor } from '../http/access.js';
import { auditCsv } from './audit-csv.js';
import { AuditReader } from './audit-reader.service.js';

@ApiTags('audit')
@Controller('api/v1/audit')
export class AuditController {
  constructor(private readonly audit: AuditReader) {}

  /** With `Accept: text/csv`, everything that the filters find as a file; else a page of it, the newest first. */
  @Get()
  @ApiOperation({ summary: 'Searches the audit log, or exports what is found as CSV' })
  @AllowedFor('admin')
  @ApiProduces('application/json', 'text/csv')
  @ApiOkResponse({ standardSchema: auditResponseSchema })
  async list(
    @Query({ schema: auditQuerySchema }) query: AuditQuery,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AuditResponse | string> {
    if (!accept?.startsWith('text/csv')) return this.audit.list(query);
    const { items } = await this.audit.export(query);
    void reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="opsgauge-audit.csv"');
    return auditCsv(items);
  }

  @Get('verification')
  @ApiOperation({ summary: 'Walks the audit chain and tells the first entry that is not intact' })
  @AllowedFor('admin')
  @ApiOkResponse({ standardSchema: auditVerificationSchema })
  verify(): Promise<AuditVerification> {
    return this.audit.verify();
  }
}
