import { Body, Controller, Ip, Post, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  enrolmentRequestSchema,
  enrolmentResponseSchema,
  enrolmentTokenResponseSchema,
  type EnrolmentRequest,
  type EnrolmentResponse,
  type EnrolmentTokenResponse,
} from '@opsgauge/contract';
import type { FastifyRequest } from 'fastify';
import { AgentCredentialsService } from '../accounts/agent-credentials.service.js';
import { AuditService } from '../platform/audit/audit.service.js';
import { instantText } from '../platform/clock.js';
import { AllowedFor } from '../platform/http/access.js';
import { Refusals } from '../platform/http/refusals.js';
import { LimitFailures } from '../platform/http/failure-limit.js';
import { HubAddress } from '../platform/http/hub-address.js';
import { isLoopback } from '../platform/http/loopback.js';
import { EnrolmentLines } from './enrolment-lines.service.js';
import { EnrolmentService } from './enrolment.service.js';

@ApiTags('agents')
@Controller('api/v1')
export class EnrolmentController {
  constructor(
    private readonly enrolment: EnrolmentService,
    private readonly credentials: AgentCredentialsService,
    private readonly lines: EnrolmentLines,
    private readonly address: HubAddress,
    private readonly audit: AuditService,
  ) {}

  /** The token in the body is what lets an agent in. */
  @Post('agent/enroll')
  @ApiOperation({ summary: 'Enrols an agent against a one-time token' })
  @AllowedFor('public')
  @LimitFailures('enrolment')
  @ApiCreatedResponse({ standardSchema: enrolmentResponseSchema })
  @Refusals('enrolment_token_invalid', 'too_many_requests')
  enrol(
    @Body({ schema: enrolmentRequestSchema }) body: EnrolmentRequest,
    @Ip() ip: string,
  ): Promise<EnrolmentResponse> {
    return this.enrolment.enrol(body, ip);
  }

  @Post('servers/enrolment-tokens')
  @ApiOperation({ summary: 'Makes a one-time token and the lines to paste on a new server' })
  @AllowedFor('admin')
  @ApiCreatedResponse({ standardSchema: enrolmentTokenResponseSchema })
  async createToken(@Req() request: FastifyRequest): Promise<EnrolmentTokenResponse> {
    const hub = this.address.of(request.raw);
    const { token, expiresAtMs } = await this.credentials.createToken();
    const expiresAt = instantText(expiresAtMs);
    await this.audit.record({
      action: 'enrolment-token.create',
      targetKind: 'enrolment-token',
      after: { expiresAt },
    });
    const isLocalOnly = isLoopback(new URL(hub).hostname);
    return { token, expiresAt, isLocalOnly, ...(await this.lines.make(hub, token)) };
  }
}
