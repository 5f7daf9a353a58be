import { Controller, Get, Header, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { ApplicationError } from '../errors/application-error.js';
import { AllowedFor } from '../http/access.js';
import { isLoopback } from '../http/loopback.js';
import { Metrics } from './metrics.js';

const textFormat = 'text/plain; version=0.0.4; charset=utf-8';

/**
 * The platform's own metrics, for Prometheus: at `/metrics` for whoever asks from this very machine, and at
 * `/api/v1/metrics` for an administrator's session or API token from anywhere.
 */
@ApiTags('metrics')
@ApiProduces('text/plain')
@ApiOkResponse({ schema: { type: 'string' } })
@Controller()
export class MetricsController {
  constructor(private readonly metrics: Metrics) {}

  @Get('metrics')
  @ApiOperation({ summary: "Reads the platform's own metrics, from its machine only" })
  @AllowedFor('public')
  @Header('content-type', textFormat)
  readLocally(@Req() { socket, headers }: FastifyRequest): Promise<string> {
    // What a proxy on this machine hands on comes from elsewhere, whether or not the proxy is a trusted one.
    const isHandedOn = 'x-forwarded-for' in headers || 'forwarded' in headers || 'x-real-ip' in headers;
    if (isHandedOn || !isLoopback((socket.remoteAddress ?? '').replace('::ffff:', ''))) {
      throw new ApplicationError('forbidden', 'from elsewhere, ask /api/v1/metrics with an API token');
    }
    return this.metrics.text();
  }

  @Get('api/v1/metrics')
  @ApiOperation({ summary: "Reads the platform's own metrics" })
  @AllowedFor('admin')
  @Header('content-type', textFormat)
  read(): Promise<string> {
    return this.metrics.text();
  }
}
