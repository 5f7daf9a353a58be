import crypto from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, Repository } from 'typeorm';
import { notFound } from '../platform/errors/application-error.js';
import { EventBus } from '../platform/event-bus.js';
import { Server } from './server.entity.js';

/** The monitored machines. */
@Injectable()
export class ServersService {
  constructor(
    @InjectRepository(Server) private readonly servers: Repository<Server>,
    private readonly bus: EventBus,
  ) {}

  list(): Promise<Server[]> {
    return this.servers.find({ order: { name: 'ASC', id: 'ASC' } });
  }

  listByIds(ids: readonly string[]): Promise<Server[]> {
    return this.servers.findBy({ id: In([...ids]) });
  }

  /** @throws ApplicationError `not_found` */
  async get(id: string): Promise<Server> {
    const server = await this.servers.findOneBy({ id });
    if (!server) throw notFound('server');
    return server;
  }

  /** The machine the hub runs on, once its agent has enrolled. */
  findLocal(): Promise<Server | null> {
    return this.servers.findOneBy({ isLocal: true });
  }

  async add(server: Omit<Server, 'id'>): Promise<Server> {
    const added = await this.servers.save(this.servers.create({ ...server, id: crypto.randomUUID() }));
    this.bus.emit('servers.changed', {});
    return added;
  }

  async update(id: string, changes: Partial<Omit<Server, 'id'>>): Promise<void> {
    await this.servers.update({ id }, changes);
    this.bus.emit('servers.changed', {});
  }
}
