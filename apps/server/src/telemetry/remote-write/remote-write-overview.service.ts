import { Injectable } from '@nestjs/common';
import type { RemoteWriteAssignment, RemoteWriteInstance, RemoteWriteSource } from '@opsgauge/contract';
import { RemoteWriteSourcesService } from '../../accounts/remote-write-sources.service.js';
import { RemoteWriteInstancesService } from '../../inventory/remote-write-instances.service.js';
import { ServersService } from '../../inventory/servers.service.js';
import { instantText } from '../../platform/clock.js';
import { notFound } from '../../platform/errors/application-error.js';
import { RemoteHostsStore } from './remote-hosts.store.js';

/** The sources with their hosts: those that were written of, and those that are assigned. */
@Injectable()
export class RemoteWriteOverview {
  constructor(
    private readonly sources: RemoteWriteSourcesService,
    private readonly instances: RemoteWriteInstancesService,
    private readonly servers: ServersService,
    private readonly hosts: RemoteHostsStore,
  ) {}

  async list(): Promise<RemoteWriteSource[]> {
    const [sources, assigned, seen, names] = await Promise.all([
      this.sources.list(),
      this.instances.list(),
      this.hosts.seen(),
      this.servers.names(),
    ]);
    return sources.map(({ id, name, createdAt }) => {
      const instances = new Map<string, RemoteWriteInstance>();
      const untouched = {
        hostname: null,
        serverId: null,
        serverName: null,
        firstSeenAt: null,
        lastSeenAt: null,
      };
      for (const host of seen.filter(({ sourceId }) => sourceId === id)) {
        instances.set(host.instance, {
          ...untouched,
          instance: host.instance,
          hostname: host.hostname,
          firstSeenAt: instantText(host.firstSeenAtMs),
          lastSeenAt: instantText(host.lastSeenAtMs),
        });
      }
      for (const { instance, serverId } of assigned.filter(({ sourceId }) => sourceId === id)) {
        const serverName = names.get(serverId) ?? null;
        instances.set(instance, { ...untouched, instance, ...instances.get(instance), serverId, serverName });
      }
      const sorted = [...instances.values()].sort((a, b) => (a.instance < b.instance ? -1 : 1));
      return { id, name, createdAt: createdAt.toISOString(), instances: sorted };
    });
  }

  /** @throws ApplicationError `not_found` */
  async get(id: string): Promise<RemoteWriteSource> {
    const found = (await this.list()).find((source) => source.id === id);
    if (!found) throw notFound('source');
    return found;
  }

  /** As `RemoteWriteInstancesService.assign`, a new server by the name that the host gives itself. */
  async assign(id: string, assignment: RemoteWriteAssignment): Promise<RemoteWriteSource> {
    const { instances } = await this.get(id);
    const hostname = instances.find(({ instance }) => instance === assignment.instance)?.hostname ?? null;
    await this.instances.assign(id, assignment, hostname);
    return this.get(id);
  }
}
