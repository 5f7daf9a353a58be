import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  acceptInvitationSchema,
  invitedPersonSchema,
  openInvitationSchema,
  type AcceptInvitation,
  type InvitedPerson,
  type OpenInvitation,
} from '@opsgauge/contract';
import { AllowedFor } from '../platform/http/access.js';
import { LimitFailures } from '../platform/http/failure-limit.js';
import { InvitationsService } from './invitations.service.js';

@ApiTags('session')
@Controller('api/v1/invitations')
export class InvitationsController {
  constructor(private readonly invitations: InvitationsService) {}

  /** A POST, so that the token stands in no address, and so in no log. */
  @Post('person')
  @ApiOperation({ summary: 'Tells whom an invitation is for, by its token' })
  @HttpCode(200)
  @AllowedFor('public')
  @ApiOkResponse({ standardSchema: invitedPersonSchema })
  @LimitFailures('login')
  person(@Body({ schema: openInvitationSchema }) body: OpenInvitation): Promise<InvitedPerson> {
    return this.invitations.person(body.token);
  }

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
