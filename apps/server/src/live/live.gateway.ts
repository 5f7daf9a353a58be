import type { OnApplicationShutdown } from '@nestjs/common';
import { type OnGatewayInit, WebSocketGateway, WebSocketServer } from '@nestjs/websockets';
import { livePath, type ServerToClientEvents } from '@opsgauge/contract';
import type { Namespace, Server } from 'socket.io';
import { sessionToken } from '../accounts/session-cookie.js';
import { SessionsService } from '../accounts/sessions.service.js';
import { Clock, instantText } from '../platform/clock.js';
import { EventBus } from '../platform/event-bus.js';
import { Logger } from '../platform/logging/logger.js';
import { ServersOverviewService } from '../status/servers-overview.service.js';

const batchEveryMs = 1000;

type LiveServer = Server<Record<string, never>, ServerToClientEvents>;

/**
 * The only socket: hints from the rooms above, gathered and sent to the open pages at most once a second. It takes
 * nothing in. A connection needs a session, as a page does.
 */
@WebSocketGateway({ path: livePath, serveClient: false, transports: ['websocket', 'polling'] })
export class LiveGateway implements OnGatewayInit, OnApplicationShutdown {
  @WebSocketServer() private readonly server!: LiveServer;
  private readonly changed = new Set<string>();
  private readonly unsubscribes: (() => void)[] = [];
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly sessions: SessionsService,
    private readonly overview: ServersOverviewService,
    private readonly bus: EventBus,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  afterInit(server: LiveServer | Namespace): void {
    server.use((socket, next) => {
      const token = sessionToken(socket.handshake.headers.cookie);
      void (token ? this.sessions.resolve(token) : Promise.resolve(null)).then(
        (user) => next(user ? undefined : new Error('not_authenticated')),
        () => next(new Error('store_unavailable')),
      );
    });
    const at = () => instantText(this.clock.nowMs());
    const collect = ({ serverIds }: { serverIds: readonly string[] }) =>
      serverIds.forEach((id) => this.changed.add(id));
    this.unsubscribes.push(
      this.bus.on('samples.accepted', collect),
      this.bus.on('status.changed', collect),
      this.bus.on('servers.changed', () => this.server.emit('servers.changed', { at: at() })),
      this.bus.on('status.reread', ({ serverId }) =>
        this.server.emit('status.reread', { at: at(), serverId }),
      ),
      this.bus.on('inspection.completed', (hint) =>
        this.server.emit('inspection.completed', { at: at(), ...hint }),
      ),
    );
    this.timer = setInterval(() => {
      void this.sendChanges().catch((error: Error) => this.logger.warn('pages could not be told', error));
    }, batchEveryMs);
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
    this.unsubscribes.forEach((unsubscribe) => unsubscribe());
  }

  private async sendChanges(): Promise<void> {
    const ids = [...this.changed];
    this.changed.clear();
    if (ids.length === 0 || this.server.sockets.sockets.size === 0) return;
    const items = await this.overview.updates(ids);
    this.server.emit('servers.updated', { at: instantText(this.clock.nowMs()), items });
  }
}
