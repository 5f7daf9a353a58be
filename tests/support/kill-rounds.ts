import path from 'node:path';
import { BuiltAgent } from './built-agent.js';
import { HubFolder, type BuiltHub } from './built-hub.js';
import { foldAndLetGo, foldLate, foldedSamples } from './fold-by-hand.js';
import { until } from './until.js';

/** What stands in the store at the end. */
export interface Survived {
  /** Every seq that is stored, ascending, as often as it is stored; none of them outside the folded hours. */
  readonly seqs: number[];
  /** How often an hour that was folded already was united with what came since. */
  readonly merges: number;
  readonly epochs: number;
  /** How often something was killed. */
  readonly kills: number;
}

const victims = ['agent', 'hub', 'postgres'] as const;

/**
 * A real agent reports every second to a real hub, while agent, hub and PostgreSQL are killed in turn (-9), so many
 * rounds. After each kill it is waited until new samples arrive again; in each round what has come is folded into its
 * hour once more, as what came late, while PostgreSQL is killed. In the end every day is let go.
 */
export async function killInTurn(rounds: number): Promise<Survived> {
  const folder = new HubFolder();
  const environment = { OPSGAUGE_ADMIN_PASSWORD: 'a-password-for-tests' };
  let agent: BuiltAgent | undefined;
  try {
    let hub: BuiltHub = folder.spawn(environment);
    const { url, enrolmentToken } = await hub.ready();
    agent = await BuiltAgent.enrol(path.join(folder.path, 'agent'), url, enrolmentToken!);
    agent.sampleEverySecond();
    agent.start();
    const newest = async (): Promise<number> => {
      const [row] = await folder.sql<{ seq: string | null }>('SELECT max(seq) AS seq FROM sample_recent');
      return Number(row?.seq ?? 0);
    };
    const arrivesAfter = (seq: number, what: string) =>
      until(`samples after ${what}`, async () => (await newest()) >= seq + 2, 90_000);

    await arrivesAfter(0, 'the start');
    for (let round = 1; round <= rounds; round++) {
      for (const victim of victims) {
        const before = await newest();
        if (victim === 'agent') {
          await agent.signal('SIGKILL');
          agent.start();
        } else if (victim === 'hub') {
          await hub.signal('SIGKILL');
          hub = folder.spawn({ ...environment, OPSGAUGE_PORT: new URL(url).port });
          await hub.ready();
        } else {
          const folding = foldLate(folder).catch(() => {});
          process.kill(folder.postgresPid()!, 'SIGKILL');
          await folding;
        }
        await arrivesAfter(before, `kill of ${victim} in round ${round}`);
        await foldLate(folder);
      }
    }
    await agent.signal('SIGTERM');
    await foldAndLetGo(folder);
    const { samples, merges, unfolded } = await foldedSamples(folder);
    if (unfolded > 0) throw new Error(`${unfolded} samples are still outside of their hours`);
    return {
      seqs: samples.map(({ seq }) => seq).sort((one, other) => one - other),
      merges,
      epochs: new Set(samples.map(({ epoch }) => epoch)).size,
      kills: rounds * victims.length,
    };
  } finally {
    await agent?.signal('SIGKILL');
    await folder.remove();
  }
}
