import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ApplicationError } from '../platform/errors/application-error.js';
import type { Machine } from '../platform/http/access.js';
import { setActor } from '../platform/request-context.js';
import { AgentCredentialsService } from './agent-credentials.service.js';
import { AlertSourcesService } from './alert-sources.service.js';
import { bearerOf } from './bearer.js';
import { setPrincipal } from './principal.js';
import { RemoteWriteSourcesService } from './remote-write-sources.service.js';

/** Lets machines in by their secrets: to the routes declared for their kind, and to no other. */
@Injectable()
export class MachineAdmission {
  private readonly byKind: Record<Machine, (request: FastifyRequest, secret: string) => Promise<boolean>> = {
    agent: (request, secret) => this.isAgent(request, secret),
    'remote-write': (request, secret) => this.isRemoteWrite(request, secret),
    'alert-source': (request, secret) => this.isAlertSource(request, secret),
  };

  constructor(
    private readonly credentials: AgentCredentialsService,
    private readonly remoteWriteSources: RemoteWriteSourcesService,
    private readonly alertSources: AlertSourcesService,
  ) {}

  /**
   * Notes with the request who sent it.
   *
   * @throws ApplicationError `agent_credential_invalid`, `remote_write_token_invalid` or `alert_source_token_invalid`
   */
  async admit(kind: Machine, request: FastifyRequest): Promise<void> {
    const secret = bearerOf(request);
    if (secret === undefined || !(await this.byKind[kind](request, secret))) throw refusals[kind]();
  }

  private async isAgent(request: FastifyRequest, agentCredential: string): Promise<boolean> {
    const agentServerId = await this.credentials.resolve(agentCredential);
    if (!agentServerId) return false;
    setPrincipal(request, { agentServerId, agentCredential });
    setActor({ id: null, name: `agent ${agentServerId}` });
    return true;
  }

  private async isRemoteWrite(request: FastifyRequest, token: string): Promise<boolean> {
    const remoteWriteSourceId = await this.remoteWriteSources.resolve(token);
    if (!remoteWriteSourceId) return false;
    setPrincipal(request, { remoteWriteSourceId });
    setActor({ id: null, name: `prometheus ${remoteWriteSourceId}` });
    return true;
  }

  private async isAlertSource(request: FastifyRequest, token: string): Promise<boolean> {
    const alertSourceId = await this.alertSources.resolve(token);
    if (!alertSourceId) return false;
    setPrincipal(request, { alertSourceId });
    setActor({ id: null, name: `monitor ${alertSourceId}` });
    return true;
  }
}

const refusals: Record<Machine, () => ApplicationError> = {
  agent: () => new ApplicationError('agent_credential_invalid', 'the credential is unknown or revoked'),
  'remote-write': () =>
    new ApplicationError('remote_write_token_invalid', 'the bearer token is unknown or was deleted'),
  'alert-source': () =>
    new ApplicationError('alert_source_token_invalid', 'the bearer token is unknown or was deleted'),
};
