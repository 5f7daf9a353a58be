import { actualsCsv } from '../../apps/server/src/evaluation/actuals-csv.js';
import {
  actualSchema,
  actualsResponseSchema,
  availabilityResponseSchema,
  evaluationsResponseSchema,
  systemsResponseSchema,
  type Actual,
  type ActualsResponse,
  type AvailabilityResponse,
  type SampleInput,
} from '../../libs/contract/src/index.js';
import { flooredPercent, quotientText } from '../support/exact.js';
import { sampleAt, TestHub, type TestAgent } from '../support/test-hub.js';

const hourMs = 3_600_000;
/** Noon of the 10th of this month in Shanghai, which has no summer time. */
const noonMs = (() => {
  const now = new Date(Date.now() + 8 * hourMs);
  return Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 10, 4);
})();
const monthEdgeMs = (monthsOn: number): number => {
  const noon = new Date(noonMs);
  return Date.UTC(noon.getUTCFullYear(), noon.getUTCMonth() + monthsOn, 1) - 8 * hourMs;
};
const text = (ms: number): string => new Date(ms).toISOString();

let hub: TestHub;
let agent: TestAgent;

beforeEach(async () => {
  hub = await TestHub.start();
  await hub.sql('DELETE FROM hub_run');
  await hub.sql(`INSERT INTO hub_run (id, started_at, last_beat_at) VALUES (gen_random_uuid(), $1, $2)`, [
    text(noonMs - 40 * 24 * hourMs),
    text(noonMs + 80 * 24 * hourMs),
  ]);
  hub.clock.moveTo(noonMs);
  agent = await hub.enrol('hub-01', true);
});
afterEach(() => hub.stop());

/** Samples at these seconds after noon. */
const samples = (seconds: number[], changes: Partial<SampleInput> = {}): SampleInput[] =>
  seconds.map((second) =>
    sampleAt(noonMs + second * 1000, second, { monotonicMs: 1_000_000 + second * 1000, ...changes }),
  );
const every10 = (from: number, to: number): number[] =>
  Array.from({ length: (to - from) / 10 + 1 }, (_, index) => from + index * 10);

/** Handed in at the last of them, as after a while without a network. */
async function report(records: SampleInput[]): Promise<void> {
  hub.clock.moveTo(Date.parse(records.at(-1)!.observedAt));
  await agent.report(records);
}

const evaluations = async () => evaluationsResponseSchema.parse(await hub.get('/api/v1/evaluations')).items;

async function measured(): Promise<{ actuals: ActualsResponse; evidence: AvailabilityResponse }> {
  const [evaluation] = await evaluations();
  const actuals = actualsResponseSchema.parse(await hub.get(`/api/v1/evaluations/${evaluation!.id}/actuals`));
  const evidence = availabilityResponseSchema.parse(await hub.get(actuals.items[0]!.evidenceUrl));
  return { actuals, evidence };
}

it('enrolment of the hub’s own machine makes its project, its system and a contract from that moment', async () => {
  const [system, ...others] = systemsResponseSchema.parse(await hub.get('/api/v1/systems')).items;
  expect(others).toEqual([]);
  expect(system).toMatchObject({
    serviceTo: null,
    components: [{ serverId: agent.serverId, serverName: 'hub-01', isCritical: true }],
  });
  const startedMs = Date.parse(system!.serviceFrom!);
  expect(startedMs).toBeGreaterThanOrEqual(noonMs);
  expect(startedMs).toBeLessThan(noonMs + 20_000);
  const [evaluation] = await evaluations();
  expect(evaluation).toMatchObject({
    systemId: system!.id,
    systemName: system!.name,
    projectName: '运衡平台运行维护',
    from: text(monthEdgeMs(0)),
    to: text(monthEdgeMs(1)),
  });
  expect(Date.parse(evaluation!.cutOffAt)).toBeLessThan(noonMs + 60_000);
});

it('enrolled again, the machine stays the same server in the same system, and the old credential ends', async () => {
  const again = await hub.enrol('hub-01', true);
  expect(again.serverId).toBe(agent.serverId);
  expect((await agent.post([])).status).toBe(401);
  expect((await again.post([])).status).toBe(200);
  expect(systemsResponseSchema.parse(await hub.get('/api/v1/systems')).items).toHaveLength(1);
});

describe('the indicators', () => {
  /** Both indicators from the evidence alone, in whole numbers. */
  function recounted({ upMs, downMs, unknownMs, maintenanceMs }: AvailabilityResponse) {
    const up = BigInt(upMs);
    const inService = BigInt(upMs + downMs + unknownMs + maintenanceMs);
    const known = BigInt(upMs + downMs);
    const coveragePercent = flooredPercent(upMs + downMs, upMs + downMs + unknownMs);
    const isScored = known * 100n >= BigInt(upMs + downMs + unknownMs) * 95n;
    const score = (actual: [bigint, bigint], target: [bigint, bigint]): string | null => {
      const [gained, wanted] = [actual[0] * target[1], target[0] * actual[1]];
      if (!isScored) return null;
      return gained >= wanted ? '50.00' : quotientText(50n * gained, wanted, 2, 'half-up');
    };
    const hoursTarget: [bigint, bigint] = [inService * 95n, 100n];
    return [
      {
        key: 'system-up-hours',
        unit: '小时',
        actual: quotientText(up, 3_600_000n, 4, 'floor'),
        target: quotientText(hoursTarget[0], 360_000_000n, 4, 'ceil'),
        numerator: String(up),
        denominator: String(inService),
        coveragePercent,
        fullScore: '50.00',
        score: score([up, 1n], hoursTarget),
      },
      {
        key: 'system-availability',
        unit: '%',
        actual: flooredPercent(upMs, upMs + downMs),
        target: '99.5000',
        numerator: String(up),
        denominator: String(known),
        coveragePercent,
        fullScore: '50.00',
        score: score([up * 100n, known], [995n, 10n]),
      },
    ];
  }

  const sumOf = (items: readonly Actual[]): string =>
    quotientText(
      items.reduce((sum, { score }) => sum + BigInt((score ?? '0.00').replace('.', '')), 0n),
      100n,
      2,
      'floor',
    );

  it.each([
    ['met by a system that ran all the time', () => samples(every10(0, 7200)), '优'],
    [
      'one missed, one met, after a short fault',
      () => samples([...every10(0, 3000), ...every10(3100, 7200)]),
      '优',
    ],
    [
      'both missed after a long fault, and scored by their share',
      () => samples([...every10(0, 1000), ...every10(2770, 7200)]),
      '中',
    ],
  ])('are %s', async (_, make, grade) => {
    await report(make());
    const { actuals, evidence } = await measured();
    const recount = recounted(evidence);
    expect(actuals.items).toMatchObject(recount);
    expect(recount.every(({ score }) => score !== null)).toBe(true);
    expect(actuals.total).toEqual({
      fullScore: '100.00',
      scoredFullScore: '100.00',
      score: sumOf(actuals.items),
      grade,
    });
    expect(evidence.outOfServiceMs).toBeGreaterThan(0);
    expect(evidence.to).toBe(actuals.evaluation.cutOffAt);
  });

  it('have no score and no grade while less than 95 % is known', async () => {
    await report([...samples(every10(0, 3000)), ...samples(every10(3400, 7200), { runId: 'run-2' })]);
    const { actuals, evidence } = await measured();
    expect(evidence.unknownMs).toBeGreaterThanOrEqual(400_000);
    expect(Number(evidence.coveragePercent)).toBeLessThan(95);
    expect(actuals.items).toMatchObject(recounted(evidence));
    expect(actuals.items.map(({ score }) => score)).toEqual([null, null]);
    expect(actuals.total).toEqual({
      fullScore: '100.00',
      scoredFullScore: '0.00',
      score: null,
      grade: null,
    });
  });

  it('have no value before the first sample', async () => {
    const { actuals } = await measured();
    expect(
      actuals.items.map(({ actual, score }) => [actual === null ? null : Number(actual), score]),
    ).toEqual([
      [0, null],
      [null, null],
    ]);
  });
});

describe('as CSV', () => {
  /** Rows of a CSV whose fields hold no line ends. */
  const rowsOf = (csv: string): string[][] =>
    csv
      .split('\r\n')
      .filter((line) => line !== '')
      .map((line) =>
        [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
          ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain!,
        ),
      );

  it('has a BOM, the system and the period, and the columns and values of the JSON', async () => {
    await report(samples(every10(0, 600)));
    const [evaluation] = await evaluations();
    const path = `/api/v1/evaluations/${evaluation!.id}/actuals`;
    await hub.grant('evaluator', { kind: 'system', systemId: evaluation!.systemId });
    const response = await hub.as('evaluator', 'GET', path, undefined, { accept: 'text/csv' });
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('content-disposition')).toContain('attachment');
    const bytes = Buffer.from(await response.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [header, ...rows] = rowsOf(bytes.subarray(3).toString('utf8'));
    const { projectName, systemName, from, to } = evaluation!;
    const ofWhat = ['projectName', 'systemName', 'from', 'to', 'cutOffAt'];
    expect(header).toEqual([...ofWhat, ...Object.keys(actualSchema.shape)]);
    expect(rows.map((row) => row.slice(0, 4))).toEqual(
      Array.from({ length: 2 }, () => [projectName, systemName, from, to]),
    );
    const { items } = actualsResponseSchema.parse(await hub.get(path));
    // What is counted up to now has moved on between the two requests.
    const moving = new Set([
      'target',
      'actual',
      'numerator',
      'denominator',
      'coveragePercent',
      'score',
      'evidenceUrl',
    ]);
    items.forEach((item, index) => {
      for (const [column, name] of header!.entries()) {
        if (moving.has(name) || ofWhat.includes(name)) continue;
        expect([name, rows[index]![column]]).toEqual([name, String(item[name as keyof Actual] ?? '')]);
      }
    });
    const evidenceUrl = rows[0]![header!.indexOf('evidenceUrl')]!;
    const { upMs } = availabilityResponseSchema.parse(await hub.get(evidenceUrl));
    expect(rows[0]![header!.indexOf('numerator')]).toBe(String(upMs));
  });

  it('neutralises what a spreadsheet would run', () => {
    const row = (name: string): Actual => ({
      key: 'k',
      name,
      unit: '%',
      operator: '>=',
      target: '1',
      targetSharePercent: null,
      actual: null,
      numerator: '0',
      denominator: '0',
      coveragePercent: null,
      fullScore: '50.00',
      score: null,
      measure: 'm@1',
      ruleSet: 'linear@1',
      evidenceUrl: '/',
    });
    const names = ['=1+1', '+1', '@SUM(A1)', '\t=1', '=HYPERLINK("http://x","y")', '正常运行率'];
    const evaluation = {
      id: '00000000-0000-4000-8000-000000000000',
      name: 'evaluation',
      projectName: '@project',
      systemId: '00000000-0000-4000-8000-000000000001',
      systemName: '=system',
      from: '2026-10-31T16:00:00.000Z',
      to: '2026-11-30T16:00:00.000Z',
      cutOffAt: '2026-11-21T02:00:00.000Z',
      ruleSet: 'linear@1',
    };
    const csv = actualsCsv({ items: names.map(row), evaluation });
    const [header, ...rows] = rowsOf(csv.slice(1));
    const columnOf = (name: string) => rows.map((cells) => cells[header!.indexOf(name)]);
    expect(columnOf('projectName')[0]).toBe("'@project");
    expect(columnOf('systemName')[0]).toBe("'=system");
    expect(columnOf('name')).toEqual([
      "'=1+1",
      "'+1",
      "'@SUM(A1)",
      "'\t=1",
      `'=HYPERLINK("http://x","y")`,
      '正常运行率',
    ]);
    expect(columnOf('targetSharePercent')[0]).toBe('');
    expect(columnOf('score')[0]).toBe('');
  });
});

it('the next month opens at its edge in Shanghai, once, however often and by however many it is listed', async () => {
  hub.clock.moveTo(monthEdgeMs(1) - 60_000);
  expect(await evaluations()).toHaveLength(1);
  const [before] = await evaluations();

  hub.clock.moveTo(monthEdgeMs(1));
  const listed = await Promise.all(Array.from({ length: 6 }, evaluations));
  for (const items of listed) expect(items.map(({ id }) => id)).toEqual([listed[0]![0]!.id, before!.id]);
  expect(listed[0]![0]).toMatchObject({ from: text(monthEdgeMs(1)), to: text(monthEdgeMs(2)) });
  expect(listed[0]![1]).toMatchObject({ from: before!.from, to: before!.to, cutOffAt: before!.to });

  const other = await hub.another();
  expect(await evaluations()).toHaveLength(2);
  await other.stop();
});
