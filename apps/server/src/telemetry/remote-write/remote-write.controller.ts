import { Body, Controller, Headers, HttpCode, Post } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiBody,
  ApiConsumes,
  ApiNoContentResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { CurrentRemoteWriteSource } from '../../accounts/principal.js';
import { ApplicationError } from '../../platform/errors/application-error.js';
import { AllowedFor } from '../../platform/http/access.js';
import { Refusals } from '../../platform/http/refusals.js';
import { RemoteWriteService } from './remote-write.service.js';

@ApiTags('remote-write')
@ApiBearerAuth()
@Controller('api/v1/remote-write')
export class RemoteWriteController {
  constructor(private readonly remoteWrite: RemoteWriteService) {}

  @Post()
  @ApiOperation({ summary: 'Takes what a Prometheus writes of its node_exporters (remote write 1.0)' })
  @HttpCode(204)
  @AllowedFor('remote-write')
  @ApiConsumes('application/x-protobuf')
  @ApiBody({
    description: 'A snappy block of a `prometheus.WriteRequest`, with `Content-Encoding: snappy`.',
    schema: { type: 'string', format: 'binary' },
  })
  @ApiNoContentResponse({ description: 'Everything was kept.' })
  @Refusals('remote_write_token_invalid', 'remote_write_invalid', 'remote_instance_unknown')
  async write(
    @CurrentRemoteWriteSource() sourceId: string,
    @Headers('content-type') type: string | undefined,
    @Headers('content-encoding') encoding: string | undefined,
    @Body() body: unknown,
  ): Promise<void> {
    if (
      !Buffer.isBuffer(body) ||
      encoding !== 'snappy' ||
      /proto=(?!prometheus\.WriteRequest)/.test(type ?? '')
    ) {
      const wanted = 'remote write 1.0: Content-Type application/x-protobuf and Content-Encoding snappy';
      throw new ApplicationError('unsupported_media_type', wanted);
    }
    await this.remoteWrite.write(sourceId, body);
  }
}
