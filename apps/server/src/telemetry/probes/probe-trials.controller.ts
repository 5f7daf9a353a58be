import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  probeAttemptSchema,
  probeTrialInputSchema,
  type ProbeAttemptResponse,
  type ProbeTrialInput,
} from '@opsgauge/contract';
import { Clock } from '../../platform/clock.js';
import { AllowedFor } from '../../platform/http/access.js';
import { askTarget } from './asking/ask-target.js';
import { resultResponse, storedResult } from './probe-result.js';

@ApiTags('probes')
@Controller('api/v1/probes')
export class ProbeTrialsController {
  constructor(private readonly clock: Clock) {}

  /** From the hub, also where an agent is to run it; nothing is kept. */
  @Post('trial')
  @ApiOperation({ summary: 'Asks a target once and tells what came of it' })
  @HttpCode(200)
  @AllowedFor('admin')
  @ApiOkResponse({ standardSchema: probeAttemptSchema })
  async attempt(
    @Body({ schema: probeTrialInputSchema }) { target, timeoutSeconds }: ProbeTrialInput,
  ): Promise<ProbeAttemptResponse> {
    const nowMs = this.clock.nowMs();
    const attempt = await askTarget(target, 1000 * timeoutSeconds, nowMs);
    const { observedAt: _observedAt, ...told } = resultResponse(storedResult(nowMs, attempt));
    return told;
  }
}
