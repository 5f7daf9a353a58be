import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Probe } from '@opsgauge/contract';
import { Repository } from 'typeorm';
import { instantText } from '../platform/clock.js';
import type { ProbeDefinition } from './probe.entity.js';
import { ServersService } from './servers.service.js';
import { System } from './system.entity.js';

/** Probes as they are told, with the names of what they are about. */
@Injectable()
export class ProbeResponses {
  constructor(
    @InjectRepository(System) private readonly systems: Repository<System>,
    private readonly servers: ServersService,
  ) {}

  async ofOne(probe: ProbeDefinition): Promise<Probe> {
    const [told] = await this.of([probe]);
    return told!;
  }

  async of(probes: readonly ProbeDefinition[]): Promise<Probe[]> {
    const [servers, systems] = await Promise.all([
      this.servers.names(),
      this.systems.find({ select: { id: true, name: true } }),
    ]);
    const systemNames = new Map(systems.map(({ id, name }) => [id, name]));
    const nameIn = (names: ReadonlyMap<string, string>, id: string | null) =>
      id === null ? null : (names.get(id) ?? null);
    return probes.map(({ createdAt, deletedAt: _deletedAt, ...probe }) => ({
      ...probe,
      createdAt: instantText(createdAt.getTime()),
      runnerServerName: nameIn(servers, probe.runnerServerId),
      systemName: nameIn(systemNames, probe.systemId),
      serverName: nameIn(servers, probe.serverId),
    }));
  }
}
