import type { IncomingMessage } from 'node:http';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIGURATION, type Configuration } from '../configuration/configuration.js';
import { ApplicationError } from '../errors/application-error.js';
import { INSTALLATION, type Installation } from '../installation.js';
import type { TlsMaterial } from '../tls/tls-material.js';
import { isLoopback } from './loopback.js';
import { RequestOrigins } from './request-origin.js';

/** Where other machines reach the hub, for lines that somebody pastes there. */
@Injectable()
export class HubAddress {
  constructor(
    private readonly origins: RequestOrigins,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    @Inject(INSTALLATION) private readonly installation: Installation,
  ) {}

  /**
   * The configured address, else the one that the administrator's request came by, which his browser vouches for (see
   * the origin check).
   *
   * @throws ApplicationError `hub_address_unknown` where neither is to be had
   */
  of(incoming: IncomingMessage): string {
    const hub = this.configuration.publicUrl ?? this.origins.used(incoming);
    if (hub) return hub;
    throw new ApplicationError(
      'hub_address_unknown',
      'host: is no address to print; set OPSGAUGE_PUBLIC_URL',
      { field: 'host' },
    );
  }

  /**
   * How another program reaches the hub.
   * @returns `isLocalOnly`: from the hub's own machine only; `certificate`: PEM, where it has to be given one
   * @throws ApplicationError `hub_address_unknown`
   */
  reach(incoming: IncomingMessage): {
    readonly hub: string;
    readonly isLocalOnly: boolean;
    readonly certificate: string | null;
  } {
    const hub = this.of(incoming);
    const isLocalOnly = isLoopback(new URL(hub).hostname);
    return { hub, isLocalOnly, certificate: this.selfSigned(hub)?.certificate ?? null };
  }

  /** What is met at the address and no authority vouches for; null behind a reverse proxy, which has its own. */
  selfSigned(hub: string): TlsMaterial | null {
    const { tls } = this.installation;
    const isDirect = hub.startsWith('https:') && this.configuration.trustedProxies.length === 0;
    return isDirect && tls?.isSelfSigned ? tls : null;
  }
}
