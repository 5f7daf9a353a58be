import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, Repository } from 'typeorm';
import { NotificationChannel } from './notification-channel.entity.js';

/** Channels with their secrets, for what sends by itself. */
@Injectable()
export class ChannelsReader {
  constructor(
    @InjectRepository(NotificationChannel) private readonly channels: Repository<NotificationChannel>,
  ) {}

  async byId(ids: readonly string[]): Promise<Map<string, NotificationChannel>> {
    const found = await this.channels.findBy({ id: In([...new Set(ids)]) });
    return new Map(found.map((channel) => [channel.id, channel]));
  }
}
