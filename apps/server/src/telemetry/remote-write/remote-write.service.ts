import { Injectable } from '@nestjs/common';
import { RemoteWriteInstancesService } from '../../inventory/remote-write-instances.service.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/database.js';
import { ApplicationError } from '../../platform/errors/application-error.js';
import { RemoteHostsStore } from './remote-hosts.store.js';
import { RemoteScrapes } from './remote-scrapes.service.js';
import { unpackSnappy } from './snappy-block.js';
import { readWriteRequest } from './write-request.js';
import { writtenHosts, type WrittenHost } from './written-hosts.js';

/** Prometheus sends 2,000 samples a request unless told otherwise; of one series rarely more than one. */
const limits = { seriesMax: 20_000, labelsMax: 64, samplesMax: 2000 };
const unpackedBytesMax = 16 * 1024 * 1024;
/** Named in an answer; the page lists them all. */
const namedMax = 5;

/** Takes in what a Prometheus writes. It is answered once that is stored; it becomes samples soon after. */
@Injectable()
export class RemoteWriteService {
  constructor(
    private readonly instances: RemoteWriteInstancesService,
    private readonly hosts: RemoteHostsStore,
    private readonly scrapes: RemoteScrapes,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * @param body a snappy block of a `WriteRequest` of remote write 1.0
   * @throws ApplicationError `remote_write_invalid`, of which nothing is kept; `remote_instance_unknown` after the
   *   hosts that are known were kept
   */
  async write(sourceId: string, body: Buffer): Promise<void> {
    const written = parse(body);
    if (written.length === 0) return;
    const serverIds = await this.instances.serverIds(sourceId);
    const known = written.filter(({ instance }) => serverIds.has(instance));
    const nowMs = this.clock.nowMs();
    await this.database.transaction(async (client) => {
      await this.hosts.see(client, sourceId, written, nowMs);
      await this.hosts.keep(client, sourceId, known, nowMs);
    });
    if (known.length > 0) this.scrapes.wake();
    assertKnown(written.filter(({ instance }) => !serverIds.has(instance)));
  }
}

function parse(body: Buffer): WrittenHost[] {
  let written: WrittenHost[];
  try {
    written = writtenHosts(readWriteRequest(unpackSnappy(body, unpackedBytesMax), limits));
  } catch (error) {
    throw new ApplicationError('remote_write_invalid', `the body ${(error as Error).message}`);
  }
  for (const host of written) {
    if (host.scrapes.some(({ atMs }) => Math.abs(atMs) > instantMaxMs))
      throw new ApplicationError(
        'remote_write_invalid',
        `the body has a sample of ${host.instance} at no instant`,
      );
  }
  return written;
}

/** As far as both JavaScript and PostgreSQL count. */
const instantMaxMs = 8_640_000_000_000_000;

function assertKnown(unknown: readonly WrittenHost[]): void {
  if (unknown.length === 0) return;
  const named = unknown.slice(0, namedMax).map(({ instance }) => instance);
  const more = unknown.length > namedMax ? ` and ${unknown.length - namedMax} more` : '';
  throw new ApplicationError(
    'remote_instance_unknown',
    `no server is assigned to the instance ${named.join(', ')}${more}; an administrator assigns it under Inventory, Prometheus; whatever else was written is kept`,
    { field: 'instance' },
  );
}
