import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { acceptInvitationSchema, type AcceptInvitation } from '@opsgauge/contract';
import { AllowedFor } from '../platform/http/access.js';
import { LimitFailures } from '../platform/http/failure-limit.js';
import { InvitationsService } from './invitations.service.js';

@ApiTags('session')
@Controller('api/v1/invitations')
export class InvitationsController {
  constructor(private readonly invitations: InvitationsService) {}

  /** The token in the body is what lets in; afterwards one logs in with the password. */
  @Post()
  @ApiOperation({ summary: 'Accepts an invitation with the password of its person' })
  @HttpCode(204)
  @AllowedFor('public')
  @LimitFailures('login')
  accept(@Body({ schema: acceptInvitationSchema }) body: AcceptInvitation): Promise<void> {
    return this.invitations.accept(body.token, body.password);
  }
}
