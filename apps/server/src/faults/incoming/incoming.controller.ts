import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  alertmanagerMessageSchema,
  alertReceiptSchema,
  zabbixEventSchema,
  type AlertReceipt,
} from '@opsgauge/contract';
import { z } from 'zod';
import { CurrentAlertSource } from '../../accounts/principal.js';
import { AllowedFor } from '../../platform/http/access.js';
import { Refusals } from '../../platform/http/refusals.js';
import { IncomingAlerts } from './incoming-alerts.service.js';

const described = (schema: z.ZodType): object =>
  z.toJSONSchema(schema, { target: 'openapi-3.0', io: 'input' }) as object;

/** What other monitors tell. */
@ApiTags('incoming')
@ApiBearerAuth()
@Controller('api/v1/incoming')
export class IncomingController {
  constructor(private readonly alerts: IncomingAlerts) {}

  @Post('alertmanager')
  @ApiOperation({ summary: 'Takes the webhook of an Alertmanager: its alerts open and recover faults' })
  @HttpCode(200)
  @AllowedFor('alert-source')
  @ApiBody({ schema: described(alertmanagerMessageSchema) })
  @ApiOkResponse({ standardSchema: alertReceiptSchema })
  @Refusals('alert_source_token_invalid', 'alert_source_other_kind', 'alerts_too_many')
  alertmanager(@CurrentAlertSource() sourceId: string, @Body() body: unknown): Promise<AlertReceipt> {
    return this.alerts.receive(sourceId, 'alertmanager', body);
  }

  @Post('zabbix')
  @ApiOperation({ summary: 'Takes what the Zabbix media type sends: its problems open and recover faults' })
  @HttpCode(200)
  @AllowedFor('alert-source')
  @ApiBody({ schema: described(zabbixEventSchema) })
  @ApiOkResponse({ standardSchema: alertReceiptSchema })
  @Refusals('alert_source_token_invalid', 'alert_source_other_kind', 'alerts_too_many')
  zabbix(@CurrentAlertSource() sourceId: string, @Body() body: unknown): Promise<AlertReceipt> {
    return this.alerts.receive(sourceId, 'zabbix', body);
  }
}
