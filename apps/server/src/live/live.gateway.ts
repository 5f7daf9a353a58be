import type { OnApplicationShutdown } from '@nestjs/common';
import { type OnGatewayInit, WebSocketGateway, WebSocketServer } from '@nestjs/websockets';
import { livePath, type ClientToServerEvents, type ServerToClientEvents } from '@opsgauge/contract';
import type { Namespace, Server, Socket } from 'socket.io';
import { scopeKey } from '../accounts/scope.js';
import { Clock, instantText } from '../platform/clock.js';
import { EventBus, type Hints } from '../platform/event-bus.js';
import { Logger } from '../platform/logging/logger.js';
import { inBackground } from '../platform/request-context.js';
import { ServersOverviewService } from '../status/servers-overview.service.js';
import { LiveAudiences, type Audience } from './live-audiences.js';
import { LiveMembers, type Member } from './live-members.js';
import { LiveWatches } from './live-watches.js';

/** A sample is to be on every open page within a second, the writing of it and of the batch included. */
const batchEveryMs = 750;
/** How often it is asked whether the open pages' logins still hold, for what another process changed. */
const recheckEveryMs = 30_000;

type LiveSocket = Socket<
  ClientToServerEvents,
  ServerToClientEvents,
  Record<string, never>,
  { member: Member }
>;
type LiveServer = Server<
  ClientToServerEvents,
  ServerToClientEvents,
  Record<string, never>,
  { member: Member }
>;

/**
 * The only socket: hints from the rooms above, gathered and sent to the open pages every three quarters of a second at most, to each
 * what its scope comes to. All it takes in is which server a page shows. A connection needs a session, as a page does.
 */
@WebSocketGateway({ path: livePath, serveClient: false, transports: ['websocket', 'polling'] })
export class LiveGateway implements OnGatewayInit, OnApplicationShutdown {
  @WebSocketServer() private readonly server!: LiveServer;
  private readonly changed = new Set<string>();
  /** With the system of each. */
  private changedFaults = new Map<string, string>();
  private readonly unsubscribes: (() => void)[] = [];
  private readonly timers: NodeJS.Timeout[] = [];

  constructor(
    private readonly members: LiveMembers,
    private readonly audiences: LiveAudiences,
    private readonly watches: LiveWatches,
    private readonly overview: ServersOverviewService,
    private readonly bus: EventBus,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  afterInit(server: LiveServer | Namespace): void {
    server.use((socket, next) => {
      void this.members.admit(socket.request).then(
        async (member) => {
          await this.join(socket as LiveSocket, member);
          next();
        },
        (error: Error) => next(new Error(error.message)),
      );
    });
    server.on('connection', (socket) => this.follow(socket as LiveSocket));
    const collect = ({ serverIds }: { serverIds: readonly string[] }) =>
      serverIds.forEach((id) => this.changed.add(id));
    this.unsubscribes.push(
      this.bus.on('samples.accepted', collect),
      this.bus.on('status.changed', collect),
      this.bus.on('servers.changed', (hint) => this.attempt(() => this.sendListChange(hint))),
      this.bus.on('servers.changed', () => this.attempt(() => this.watches.recheck())),
      this.bus.on('status.reread', ({ serverId }) =>
        this.attempt(() => this.sendOf(serverId, (to, at) => to.emit('status.reread', { at, serverId }))),
      ),
      this.bus.on('inspection.completed', (hint) =>
        this.attempt(() =>
          this.sendOf(hint.serverId, (to, at) => to.emit('inspection.completed', { at, ...hint })),
        ),
      ),
      this.bus.on('fault.changed', ({ faultId, systemId }) => this.changedFaults.set(faultId, systemId)),
      this.bus.on('access.changed', ({ userId }) =>
        this.attempt(() => this.recheck((member) => member.userId === userId)),
      ),
    );
    this.timers.push(
      setInterval(() => this.attempt(() => this.sendChanges()), batchEveryMs),
      setInterval(() => this.attempt(() => this.sendFaultChanges()), batchEveryMs),
      setInterval(() => this.attempt(() => this.recheck(() => true)), recheckEveryMs),
    );
  }

  onApplicationShutdown(): void {
    this.timers.forEach((timer) => clearInterval(timer));
    this.unsubscribes.forEach((unsubscribe) => unsubscribe());
  }

  private attempt(work: () => Promise<void>): void {
    void inBackground(() =>
      work().catch((error: Error) => this.logger.warn('pages could not be told', error)),
    );
  }

  /** Sockets of like scopes share a room. */
  private async join(socket: LiveSocket, member: Member): Promise<void> {
    const before = socket.data.member as Member | undefined;
    if (before) await socket.leave(scopeKey(before.scope));
    socket.data.member = member;
    await socket.join(scopeKey(member.scope));
    await this.audiences.remember(member.scope);
  }

  /** Listens to which server the page shows, until it is closed. */
  private follow(socket: LiveSocket): void {
    const watcher = { id: socket.id, scope: () => socket.data.member.scope };
    socket.on('server.watched', (said) => this.attempt(() => this.watches.note(watcher, said)));
    socket.on('disconnect', () => this.watches.forget(socket.id));
  }

  /** Closes what is no longer good, and moves the others to where their scope has gone. */
  private async recheck(isConcerned: (member: Member) => boolean): Promise<void> {
    for (const socket of this.sockets().filter(({ data }) => isConcerned(data.member))) {
      const member = await this.members.renew(socket.data.member);
      if (!member) {
        // The connection and not the socket: the page then tries again, and is told why not.
        socket.conn.close();
      } else if (scopeKey(member.scope) !== scopeKey(socket.data.member.scope)) {
        await this.join(socket, member);
        socket.emit('servers.changed', { at: this.at() });
      }
    }
    await this.watches.recheck();
  }

  private async sendChanges(): Promise<void> {
    const ids = [...this.changed];
    this.changed.clear();
    const audiences = ids.length === 0 ? [] : await this.currentAudiences();
    const concerned = ids.filter((id) => audiences.some(({ visibility }) => visibility.seesServer(id)));
    if (concerned.length === 0) return;
    const items = await this.overview.updates(concerned);
    for (const { room, visibility } of audiences) {
      const visible = items.filter(({ id }) => visibility.seesServer(id));
      if (visible.length > 0) {
        this.server.to(room).emit('servers.updated', { at: this.at(), items: visible });
      }
    }
  }

  private async sendFaultChanges(): Promise<void> {
    const changes = [...this.changedFaults].map(([faultId, systemId]) => ({ faultId, systemId }));
    this.changedFaults = new Map();
    if (changes.length === 0) return;
    for (const { room, visibility } of await this.currentAudiences()) {
      const items = changes.filter(({ systemId }) => visibility.seesSystem(systemId));
      if (items.length > 0) this.server.to(room).emit('faults.changed', { at: this.at(), items });
    }
  }

  private async sendListChange(hint: Hints['servers.changed']): Promise<void> {
    for (const room of await this.audiences.concernedBy(hint, this.scopes())) {
      this.server.to(room).emit('servers.changed', { at: this.at() });
    }
  }

  private async sendOf(
    serverId: string,
    send: (to: ReturnType<LiveServer['to']>, at: string) => unknown,
  ): Promise<void> {
    for (const { room, visibility } of await this.currentAudiences()) {
      if (visibility.seesServer(serverId)) send(this.server.to(room), this.at());
    }
  }

  private currentAudiences(): Promise<Audience[]> {
    return this.audiences.of(this.scopes());
  }

  private scopes() {
    return this.sockets().map(({ data }) => data.member.scope);
  }

  private sockets(): LiveSocket[] {
    return [...this.server.sockets.sockets.values()] as LiveSocket[];
  }

  private at(): string {
    return instantText(this.clock.nowMs());
  }
}
