import net from 'node:net';
import type { Evidence, Observation } from '../../libs/domain/src/index.js';
import { Drill, type Gap, type Machine } from '../support/drill.js';
import { until } from '../support/until.js';

const secondMs = 1000;
/** Nothing of a silence is told before, at an interval of a second. */
const softMissMs = 30 * secondMs;
const foundWithinMs = 60 * secondMs;
const patienceMs = 150 * secondMs;

let drill: Drill;
beforeAll(async () => {
  drill = await Drill.start();
});
afterAll(() => drill?.stop());

const isSilenceFound = async (machine: Machine): Promise<boolean> =>
  (await drill.faults(machine)).some(({ state, title }) => state === 'open' && title.code === 'host-silent');
const isOver = async (machine: Machine): Promise<boolean> => {
  const faults = await drill.faults(machine);
  return faults.length > 0 && faults.every(({ recoveredAt }) => recoveredAt !== null);
};

/** How the middle of a gap is read. */
async function readingOf(machine: Machine, { fromMs, toMs }: Gap) {
  const middle = (fromMs + toMs) / 2;
  const { intervals } = await drill.availability(machine, fromMs - 5000, toMs + secondMs);
  const found = intervals.find((one) => Date.parse(one.from) <= middle && middle < Date.parse(one.to));
  return (
    found && { observation: found.observation, evidence: found.evidence, isUnreachable: found.isUnreachable }
  );
}

/** Waits until a gap is read so: evidence comes with the samples after it, and late ones. */
const becomes = (
  machine: Machine,
  gap: Gap,
  observation: Observation,
  evidence: Evidence,
  isUnreachable = false,
) =>
  until(
    `${machine.name} is read ${observation} (${evidence})`,
    async () => {
      const found = await readingOf(machine, gap);
      if (JSON.stringify(found) !== JSON.stringify({ observation, evidence, isUnreachable }))
        throw new Error(JSON.stringify(found));
      return true;
    },
    patienceMs,
  );

/** The class of a gap takes exactly its time from the machine's year, to the second; the rest is up. */
async function expectExact(machine: Machine, gap: Gap, sinceMs: number, lost: 'downMs' | 'unknownMs' | null) {
  const untilMs = gap.toMs;
  const figures = await drill.availability(machine, sinceMs, untilMs);
  const gapMs = lost === null ? 0 : gap.toMs - gap.fromMs;
  const expected = {
    upMs: untilMs - sinceMs - gapMs,
    downMs: lost === 'downMs' ? gapMs : 0,
    unknownMs: lost === 'unknownMs' ? gapMs : 0,
  };
  const inSeconds = Object.fromEntries(
    (Object.keys(expected) as (keyof typeof expected)[]).map((key) => [
      key,
      Math.abs(figures[key] - expected[key]) < secondMs ? expected[key] : figures[key],
    ]),
  );
  expect({ machine: machine.name, ...inSeconds }).toEqual({ machine: machine.name, ...expected });
}

it('each gap ends in its class, is found in time, and nobody fails to hear of it', async () => {
  const steady = await drill.add('steady');
  const frozen = await drill.add('frozen');
  const killed = await drill.add('killed');
  const rebooted = await drill.add('rebooted', { boot: 'first-boot' });
  const cutOff = await drill.add('cut-off', { isProxied: true });
  const silent = [frozen, killed, cutOff];
  const sinceMs = Date.now();
  await until('all have reported since', async () => {
    const all = await Promise.all(drill.machines.map((machine) => drill.samples(machine)));
    return all.every((taken) => taken.at(-1)! > sinceMs + 2 * secondMs);
  });

  // Everything at once, and the webhook's receiver away.
  await drill.webhooks.goAway();
  frozen.agent.freeze();
  await killed.agent.signal('SIGKILL');
  await rebooted.agent.signal('SIGKILL');
  rebooted.agent.start('second-boot');
  await drill.proxy.cut();
  const cutAtMs = Date.now();
  for (const machine of silent) {
    await until(`${machine.name} is found silent`, () => isSilenceFound(machine), patienceMs);
  }
  await until('the mail of them', () => drill.mailsOf(frozen).length > 0, patienceMs);
  expect(drill.webhooks.taken).toEqual([]);
  // Only what comes later than the soft-miss limit is told from what was merely slow.
  await until(
    'the way has been cut for twice as long',
    () => Date.now() - cutAtMs > 2 * softMissMs,
    patienceMs,
  );

  frozen.agent.thaw();
  killed.agent.start();
  await drill.proxy.mend();
  await drill.webhooks.comeBack();
  for (const machine of [...silent, rebooted]) {
    await until(`${machine.name} is well again`, () => isOver(machine), patienceMs);
  }

  const gapOf = (machine: Machine) => drill.longestGap(machine, sinceMs);
  const gaps = {
    frozen: await gapOf(frozen),
    killed: await gapOf(killed),
    rebooted: await gapOf(rebooted),
  };
  const found = new Map(
    await Promise.all(silent.map(async (one) => [one, (await drill.faults(one))[0]!] as const)),
  );
  // Of the one that was cut off there is no gap once its samples are in.
  const cutOffFrom = Date.parse(found.get(cutOff)!.startAt);
  const cutOffGap = { fromMs: cutOffFrom, toMs: Date.parse(found.get(cutOff)!.recoveredAt!) };
  await becomes(frozen, gaps.frozen, 'down', 'frozen');
  await becomes(killed, gaps.killed, 'unknown', 'agent-stopped');
  await becomes(rebooted, gaps.rebooted, 'down', 'boot');
  await becomes(cutOff, { fromMs: cutOffFrom, toMs: cutOffFrom + 20 * secondMs }, 'up', 'samples', true);
  await expectExact(frozen, gaps.frozen, sinceMs, 'downMs');
  await expectExact(killed, gaps.killed, sinceMs, 'unknownMs');
  await expectExact(rebooted, gaps.rebooted, sinceMs, 'downMs');
  await expectExact(cutOff, cutOffGap, sinceMs, null);
  await expectExact(steady, gaps.frozen, sinceMs, null);

  for (const machine of [frozen, killed]) {
    const { fromMs } = gaps[machine === frozen ? 'frozen' : 'killed'];
    const laterMs = Date.parse(found.get(machine)!.detectedAt) - fromMs;
    expect(laterMs).toBeGreaterThanOrEqual(softMissMs);
    expect(laterMs).toBeLessThanOrEqual(foundWithinMs);
    expect(await drill.faults(machine)).toHaveLength(1);
  }
  const [restarted] = await drill.faults(rebooted);
  expect(restarted).toMatchObject({ title: { code: 'host-interrupted' } });
  expect(Date.parse(restarted!.detectedAt) - gaps.rebooted.fromMs).toBeLessThanOrEqual(foundWithinMs);
  expect((await drill.faults(cutOff)).map(({ cause }) => cause)).toEqual(['network']);
  expect((await drill.faults(killed)).map(({ cause }) => cause)).toEqual(['agent']);
  expect(await drill.faults(steady)).toEqual([]);

  for (const machine of [...silent, rebooted]) {
    await until(
      `${machine.name} is told by webhook`,
      () => drill.toldByWebhook(machine).sort().join() === 'began,recovered',
      patienceMs,
    );
  }
  expect(drill.toldByWebhook(steady)).toEqual([]);
  for (const machine of [...silent, rebooted]) {
    await until(`${machine.name} is told by mail`, () => drill.mailsOf(machine).length === 2, patienceMs);
  }
  expect(drill.mailsOf(steady)).toEqual([]);
});

it('what nobody could hear is unknown: while the hub is away, and while it is cut from its canaries', async () => {
  const [steady] = drill.machines as [Machine];
  const lost = await drill.add('lost');
  const sinceMs = Date.now();
  await lost.agent.signal('SIGKILL');
  await until('the silence is found', () => isSilenceFound(lost), patienceMs);
  const evidenceOf = async (): Promise<string[]> =>
    (await drill.availability(lost, sinceMs)).intervals.map(
      ({ observation, evidence }) => `${observation} (${evidence})`,
    );
  const isNow = (what: string) => async () => (await evidenceOf()).at(-1) === what;
  await until('it is down', isNow('down (silence)'), patienceMs);

  await drill.stopHub();
  await drill.startHub();
  await until('it is down again', isNow('down (silence)'), patienceMs);
  const runs = await drill.folder.sql<{ started_at: Date; last_beat_at: Date }>(
    'SELECT started_at, last_beat_at FROM hub_run ORDER BY started_at',
  );
  const [before, after] = runs.slice(-2) as [(typeof runs)[0], (typeof runs)[0]];
  const away = (await drill.availability(lost, sinceMs)).intervals.find(
    ({ evidence }) => evidence === 'hub-outage',
  )!;
  expect(away.observation).toBe('unknown');
  expect(Math.abs(Date.parse(away.from) - before.last_beat_at.getTime())).toBeLessThan(3 * secondMs);
  expect(Math.abs(Date.parse(away.to) - after.started_at.getTime())).toBeLessThan(3 * secondMs);

  const canary = net.createServer((socket) => socket.end()).listen(0, '127.0.0.1');
  const { port } = await until('the canary', () => canary.address() as net.AddressInfo);
  await drill.api.send('POST', '/api/v1/probes', {
    name: 'canary',
    target: { kind: 'tcp', host: '127.0.0.1', port },
    intervalSeconds: 5,
    timeoutSeconds: 2,
    failuresToDown: 2,
    isCanary: true,
  });
  const sings = () =>
    drill.folder.sql(`SELECT 1 FROM probe_stretch WHERE observation = 'up'`).then(({ length }) => length > 0);
  await until('the canary sings', sings, patienceMs);
  await new Promise((resolve) => canary.close(resolve));
  await until('nobody is believed silent', isNow('unknown (hub-outage)'), patienceMs);
  expect((await evidenceOf()).filter((one) => one === 'unknown (hub-outage)')).toHaveLength(2);
  canary.listen(port, '127.0.0.1');
  await until('silence counts again', isNow('down (silence)'), patienceMs);
  await new Promise((resolve) => canary.close(resolve));

  const figures = await drill.availability(steady, sinceMs);
  expect([figures.downMs, figures.unknownMs]).toEqual([0, 0]);
  expect(await drill.faults(steady)).toEqual([]);
  expect(await drill.faults(lost)).toHaveLength(1);
});
