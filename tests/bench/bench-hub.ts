import { hashSecret } from '../../apps/server/src/accounts/secret.js';
import { HubFolder } from '../support/built-hub.js';
import { until } from '../support/until.js';
import { postgresSeconds } from './hub-cost.js';
import { readProcessCost } from './process-cost.js';
import { serverId } from './store/synthetic-samples.js';

/** The secret with which a bench's server reports. */
export const credentialOf = (server: number): string => `credential-of-bench-server-${server}`;

/** The built hub with so many servers enrolled, in a folder of its own. */
export class BenchHub {
  private constructor(
    readonly folder: HubFolder,
    readonly url: string,
    private readonly hubPid: number,
  ) {}

  static async start(servers: number): Promise<BenchHub> {
    const folder = new HubFolder();
    try {
      const hub = folder.spawn({
        OPSGAUGE_ADMIN_PASSWORD: 'a-password-for-benches',
        OPSGAUGE_LOCAL_AGENT: 'off',
      });
      const { url } = await hub.ready();
      const numbers = Array.from({ length: servers }, (_, index) => index + 1);
      await folder.sql(
        `INSERT INTO server (id, name, hostname, is_local, enrolled_at, approved_at)
         SELECT id, name, name, false, now(), now() FROM unnest($1::uuid[], $2::text[]) AS made (id, name)`,
        [numbers.map(serverId), numbers.map((number) => `bench-${number}`)],
      );
      await folder.sql(
        `INSERT INTO agent_credential (secret_hash, server_id, created_at)
         SELECT secret_hash, id, now() FROM unnest($1::bytea[], $2::uuid[]) AS made (secret_hash, id)`,
        [numbers.map((number) => hashSecret(credentialOf(number))), numbers.map(serverId)],
      );
      return new BenchHub(folder, url, hub.child.pid!);
    } catch (error) {
      await folder.remove();
      throw error;
    }
  }

  /** Ends once the status of every server has been read: what a first sample sets off is no part of what follows. */
  async settled(): Promise<void> {
    await until(
      'no status waits to be read',
      async () => {
        const [row] = await this.folder.sql<{ count: string }>('SELECT count(*) FROM sample_discontinuity');
        return row!.count === '0';
      },
      120_000,
    );
  }

  /** CPU seconds that the hub and its PostgreSQL have cost so far. */
  cpuSeconds(): number {
    return readProcessCost(this.hubPid).statSeconds + postgresSeconds(this.folder.path);
  }
}
