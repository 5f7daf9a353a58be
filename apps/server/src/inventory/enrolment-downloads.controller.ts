import { Controller, Get, Header, Param, Res, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { AllowedFor } from '../platform/http/access.js';
import { EnrolmentDownloads } from './enrolment-downloads.service.js';

/** Header of a download's SHA-256, hexadecimal. */
const sumHeader = 'x-checksum-sha256';

/** What a new server fetches before it is known; nothing here is secret, and nothing depends on who asks. */
@ApiTags('agents')
@Controller('agent')
export class EnrolmentDownloadsController {
  constructor(private readonly downloads: EnrolmentDownloads) {}

  @Get('opsgauge-agent.js')
  @ApiOperation({ summary: 'Downloads the agent' })
  @AllowedFor('public')
  @Header('cache-control', 'no-cache')
  @ApiProduces('text/javascript')
  async agent(@Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const { bytes, sha256 } = await this.downloads.agent();
    void reply.header(sumHeader, sha256);
    return new StreamableFile(bytes, { type: 'text/javascript; charset=utf-8', length: bytes.length });
  }

  /** As `sha256sum -c` reads it. */
  @Get('opsgauge-agent.js.sha256')
  @ApiOperation({ summary: 'Reads the SHA-256 of the agent' })
  @AllowedFor('public')
  @Header('cache-control', 'no-cache')
  @Header('content-type', 'text/plain; charset=utf-8')
  @ApiProduces('text/plain')
  async agentSum(): Promise<string> {
    return `${(await this.downloads.agent()).sha256}  opsgauge-agent.js\n`;
  }

  @Get('install.sh')
  @ApiOperation({ summary: 'Downloads the script that installs the agent' })
  @AllowedFor('public')
  @Header('cache-control', 'no-cache')
  @Header('content-type', 'text/plain; charset=utf-8')
  @ApiProduces('text/plain')
  async script(@Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const { text, sha256 } = await this.downloads.script();
    void reply.header(sumHeader, sha256);
    return text;
  }

  @Get('runtime/:platform')
  @ApiOperation({ summary: 'Downloads Node.js for a server that has none' })
  @AllowedFor('public')
  @Header('cache-control', 'no-cache')
  @ApiProduces('application/octet-stream')
  async runtime(
    @Param('platform') platform: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { open, sha256, sizeBytes } = await this.downloads.runtime(platform);
    void reply.header(sumHeader, sha256);
    return new StreamableFile(open(), { type: 'application/octet-stream', length: sizeBytes });
  }
}
