import type { IncomingMessage } from 'node:http';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIGURATION, type Configuration } from '../platform/configuration/configuration.js';
import { ApplicationError } from '../platform/errors/application-error.js';
import { RequestOrigins } from '../platform/http/request-origin.js';
import { INSTALLATION, type Installation } from '../platform/installation.js';
import { EnrolmentDownloads } from './enrolment-downloads.service.js';
import { bootstrapLine, nodeLine } from './enrolment-lines.js';

/** Makes the lines that an administrator pastes on a new server. */
@Injectable()
export class EnrolmentLines {
  constructor(
    private readonly origins: RequestOrigins,
    private readonly downloads: EnrolmentDownloads,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    @Inject(INSTALLATION) private readonly installation: Installation,
  ) {}

  /**
   * The hub as the new server shall reach it: the configured address, else the one that the administrator's request
   * came by, which his browser vouches for (see the origin check).
   * @throws ApplicationError `hub_address_unknown` where neither is to be had
   */
  hub(incoming: IncomingMessage): string {
    const hub = this.configuration.publicUrl ?? this.origins.used(incoming);
    if (hub) return hub;
    throw new ApplicationError(
      'hub_address_unknown',
      'host: is no address to print; set OPSGAUGE_PUBLIC_URL',
      {
        field: 'host',
      },
    );
  }

  /** @returns null where there is no built agent to hand out */
  async make(
    hub: string,
    token: string,
  ): Promise<{ command: string | null; bootstrapCommand: string | null }> {
    const agent = await this.downloads.agent().catch(() => null);
    if (!agent) return { command: null, bootstrapCommand: null };
    const script = await this.downloads.script();
    const parts = {
      hub,
      token,
      fingerprint: this.fingerprint(hub),
      agentSha256: agent.sha256,
      scriptSha256: script.sha256,
    };
    return { command: nodeLine(parts), bootstrapCommand: bootstrapLine(parts) };
  }

  /** Agents that come by a reverse proxy meet its certificate, not the hub's. */
  private fingerprint(hub: string): string | undefined {
    const { tls } = this.installation;
    const isDirect = hub.startsWith('https:') && this.configuration.trustedProxies.length === 0;
    return isDirect && tls?.isSelfSigned ? tls.fingerprint : undefined;
  }
}
