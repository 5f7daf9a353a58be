import type { IncomingMessage } from 'node:http';
import type { TLSSocket } from 'node:tls';
import type { Configuration } from '../configuration/configuration.js';
import { trustedProxies } from './trusted-proxies.js';

type Incoming = Pick<IncomingMessage, 'headers' | 'socket'>;

/** What a host header may be made of to be handed on in a line that a shell will read. */
const plainHost = /^[a-z0-9._-]+(:\d{1,5})?$|^\[[0-9a-f:.]+\](:\d{1,5})?$/i;

/**
 * Where requests come from, as browsers state it (`Origin`, `Sec-Fetch-Site`), against where the hub is reached. No
 * page but the hub's own may write with a visitor's cookie or open the socket with it.
 */
export class RequestOrigins {
  readonly isTrustedProxy: (address: string | undefined) => boolean;

  constructor(private readonly configuration: Pick<Configuration, 'publicUrl' | 'trustedProxies'>) {
    this.isTrustedProxy = trustedProxies(configuration.trustedProxies);
  }

  /** Whether the client speaks https: to the hub, or to a trusted proxy that says so. */
  isSecure({ headers, socket }: Incoming): boolean {
    if ('encrypted' in socket && (socket as TLSSocket).encrypted) return true;
    if (!this.isTrustedProxy(socket.remoteAddress)) return false;
    return (
      String(headers['x-forwarded-proto'] ?? '')
        .split(',')
        .at(-1)
        ?.trim() === 'https'
    );
  }

  /** The address the client used, as an origin; null where the host header is missing or odd. */
  used(incoming: Incoming): string | null {
    const { host } = incoming.headers;
    if (!host || !plainHost.test(host)) return null;
    const text = `${this.isSecure(incoming) ? 'https' : 'http'}://${host}`;
    return URL.canParse(text) ? new URL(text).origin : null;
  }

  /**
   * Whether the headers say that another site's page sent this. Every browser states its origin with a write; programs
   * (a script that keeps the login's cookie, an agent) state none, and no page can pass for one. The cookie itself is
   * `SameSite=Strict` besides.
   */
  isForeign(incoming: Incoming): boolean {
    const { origin, 'sec-fetch-site': site } = incoming.headers;
    if (site !== undefined && site !== 'same-origin' && site !== 'none') return true;
    if (origin === undefined) return false;
    return origin !== this.used(incoming) && origin !== this.configuration.publicUrl;
  }
}
