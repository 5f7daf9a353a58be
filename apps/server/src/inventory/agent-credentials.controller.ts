import { Controller, Delete, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { agentCredentialResponseSchema, type AgentCredentialResponse } from '@opsgauge/contract';
import { CurrentAgent, CurrentAgentCredential } from '../accounts/principal.js';
import { AllowedFor } from '../platform/http/access.js';
import { Refusals } from '../platform/http/refusals.js';
import { ServersService } from './servers.service.js';

@ApiTags('agents')
@Controller('api/v1')
export class AgentCredentialsController {
  constructor(private readonly servers: ServersService) {}

  /** A new credential instead of the one shown, which stays good for ten more minutes. */
  @Post('agent/credential')
  @ApiOperation({ summary: 'Gives an agent a new credential' })
  @AllowedFor('agent')
  @ApiBearerAuth()
  @ApiCreatedResponse({ standardSchema: agentCredentialResponseSchema })
  @Refusals('agent_credential_invalid')
  async rotate(
    @CurrentAgent() serverId: string,
    @CurrentAgentCredential() shown: string,
  ): Promise<AgentCredentialResponse> {
    return { credential: await this.servers.rotateCredential(serverId, shown) };
  }

  /** Refuses the server's agent from now on; the machine has to enrol again. */
  @Delete('servers/:id/credential')
  @ApiOperation({ summary: "Refuses a server's agent from now on" })
  @HttpCode(204)
  @AllowedFor('admin')
  revoke(@Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.servers.revokeCredentials(id);
  }
}
