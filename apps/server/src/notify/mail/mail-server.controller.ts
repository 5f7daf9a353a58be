import { Body, Controller, Delete, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  deliveryTrialSchema,
  mailServerInputSchema,
  mailServerResponseSchema,
  mailServerSchema,
  mailTrialInputSchema,
  type DeliveryTrial,
  type MailServer,
  type MailServerInput,
  type MailServerResponse,
  type MailTrialInput,
} from '@opsgauge/contract';
import { Trials } from '../channels/trials.service.js';
import { AllowedFor } from '../../platform/http/access.js';
import { MailServerService } from './mail-server.service.js';

@ApiTags('notifications')
@Controller('api/v1/notification-mail-server')
export class MailServerController {
  constructor(
    private readonly mailServer: MailServerService,
    private readonly trials: Trials,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Tells the mail server, without its password' })
  @AllowedFor('admin')
  @ApiOkResponse({ standardSchema: mailServerResponseSchema })
  async read(): Promise<MailServerResponse> {
    return { server: await this.mailServer.read() };
  }

  @Put()
  @ApiOperation({ summary: 'Enters or changes the mail server' })
  @AllowedFor('admin')
  @ApiOkResponse({ standardSchema: mailServerSchema })
  save(@Body({ schema: mailServerInputSchema }) input: MailServerInput): Promise<MailServer> {
    return this.mailServer.save(input);
  }

  @Delete()
  @ApiOperation({ summary: 'Takes the mail server away; mail waits until there is another' })
  @HttpCode(204)
  @AllowedFor('admin')
  remove(): Promise<void> {
    return this.mailServer.remove();
  }

  @Post('test')
  @ApiOperation({ summary: 'Sends a test mail and tells its fate' })
  @HttpCode(200)
  @AllowedFor('admin')
  @ApiOkResponse({ standardSchema: deliveryTrialSchema })
  test(@Body({ schema: mailTrialInputSchema }) { address }: MailTrialInput): Promise<DeliveryTrial> {
    return this.trials.ofMail(address);
  }
}
