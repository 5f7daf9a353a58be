import { createCanvas, loadImage } from '@napi-rs/canvas';
import { io } from 'socket.io-client';
import {
  acknowledgementSchema,
  enrolmentResponseSchema,
  errorBodySchema,
  inspectionSchema,
  inspectionsResponseSchema,
  liveEventSchemas,
  livePath,
  type EnrolmentTokenResponse,
  type Inspection,
  type InspectionReading,
} from '../../libs/contract/src/index.js';
import { sampleAt, TestHub, type TestAgent } from '../support/test-hub.js';
import { unzip } from '../support/unzip.js';
import { until } from '../support/until.js';

let hub: TestHub;
let agent: TestAgent;
let seq = 0;

beforeAll(async () => {
  hub = await TestHub.start();
});
afterAll(() => hub.stop());
beforeEach(async () => {
  agent = await hub.enrol('政务云-数据库 01');
  const { systemId } = await hub.place([agent.serverId]);
  for (const role of ['operator', 'lead', 'evaluator'] as const) {
    await hub.grant(role, { kind: 'system', systemId });
  }
});

const request = async (serverId = agent.serverId): Promise<Inspection> => {
  const response = await hub.as('operator', 'POST', `/api/v1/servers/${serverId}/inspections`);
  expect(response.status).toBe(202);
  return inspectionSchema.parse(await response.json());
};
const get = async (id: string): Promise<Inspection> =>
  inspectionSchema.parse(await hub.get(`/api/v1/inspections/${id}`));
const handIn = (by: TestAgent, id: string, reading: unknown = readingAt(hub.clock.nowMs())) =>
  hub.request('POST', `/api/v1/agent/inspections/${id}`, reading, {
    authorization: `Bearer ${by.credential}`,
  });
const hintsOf = async (of: TestAgent) =>
  acknowledgementSchema.parse(await of.report([sampleAt(hub.clock.nowMs(), ++seq)])).hints;

const readingAt = (ms: number, changes: Partial<InspectionReading> = {}): InspectionReading => ({
  observedAt: new Date(ms).toISOString(),
  agentVersion: '0.1.0',
  operatingSystem: {
    name: 'openEuler',
    release: '24.03 LTS',
    kernel: '6.6.0-28',
    architecture: 'x86_64',
    hostname: 'db-01',
    bootedAt: new Date(ms - 63 * 86_400_000 - 4 * 3_600_000).toISOString(),
  },
  hardware: {
    manufacturer: 'Huawei',
    model: 'TaiShan 200',
    processor: 'Kunpeng 920',
    physicalCores: 32,
    logicalCores: 64,
    memoryBytes: 64 * 1024 ** 3,
    virtualization: 'none',
  },
  metrics: { cpuPercent: 71.25, memoryUsedPercent: 48.5 },
  devices: {
    mounts: [
      {
        mountPoint: '/data <1> & "2"',
        device: '/dev/sdb1',
        fileSystem: 'xfs',
        totalBytes: 2 * 1024 ** 4,
        usedBytes: 1.9 * 1024 ** 4,
        availableBytes: 0.1 * 1024 ** 4,
        usedPercent: 93.75,
      },
    ],
    disks: [],
    interfaces: [
      {
        name: 'eth0',
        isUp: true,
        receiveBytesPerSecond: 1,
        transmitBytesPerSecond: 1,
        errorsPerSecond: 0,
        dropsPerSecond: 0,
      },
    ],
  },
  interfaceAddresses: [{ name: 'eth0', addresses: ['10.1.2.3'], speedMegabitsPerSecond: 10_000 }],
  services: [
    { name: 'sshd', state: 'running' },
    { name: 'nginx', state: 'failed' },
  ],
  topProcesses: [{ pid: 1, name: 'postgres', user: 'postgres', cpuPercent: 31.5, memoryPercent: 22.75 }],
  timeSynchronized: true,
  notes: [{ part: 'hardware', reason: '没有权限' }],
  ...changes,
});

describe('the life of an inspection', () => {
  it('is asked for, hinted to its own agent alone, handed in, and there', async () => {
    const other = await hub.enrol('web-02');
    const asked = await request();
    expect(asked).toMatchObject({ serverId: agent.serverId, state: 'requested', reading: null });
    expect(await hintsOf(other)).toEqual({});
    expect(await hintsOf(agent)).toEqual({ inspectNow: { inspectionId: asked.id } });

    const reading = readingAt(hub.clock.nowMs());
    expect((await handIn(agent, asked.id, reading)).status).toBe(204);
    expect(await get(asked.id)).toMatchObject({ state: 'completed', reading });
    expect(await hintsOf(agent)).toEqual({});
    const { items } = inspectionsResponseSchema.parse(
      await hub.get(`/api/v1/servers/${agent.serverId}/inspections`),
    );
    expect(items.map(({ id }) => id)).toEqual([asked.id]);
  });

  it('is asked for once while it is open, also by several at once', async () => {
    const first = await request();
    const more = await Promise.all(Array.from({ length: 4 }, () => request()));
    expect(new Set(more.map(({ id }) => id))).toEqual(new Set([first.id]));

    const fresh = await hub.enrol('web-03');
    await hub.grant('operator', {
      kind: 'system',
      systemId: (await hub.place([fresh.serverId])).systemId,
    });
    const together = await Promise.all(Array.from({ length: 5 }, () => request(fresh.serverId)));
    expect(new Set(together.map(({ id }) => id)).size).toBe(1);
  });

  it('is hinted by another hub, too, and no more once handed in there', async () => {
    const other = await hub.another();
    try {
      const asked = await request();
      const hintAt = async (at: TestHub) => {
        const response = await at.request(
          'POST',
          '/api/v1/agent/reports',
          { sentAt: new Date(at.clock.nowMs()).toISOString(), samples: [] },
          { authorization: `Bearer ${agent.credential}` },
        );
        return acknowledgementSchema.parse(await response.json()).hints.inspectNow?.inspectionId;
      };
      await until('the hint at the other hub', async () => (await hintAt(other)) === asked.id);
      expect((await handIn(agent, asked.id)).status).toBe(204);
      expect(await hintAt(hub)).toBeUndefined();
      await until('its end there', async () => (await hintAt(other)) === undefined);
    } finally {
      await other.stop();
    }
  });

  it('is still there for an agent that comes back within a day, and expires after that', async () => {
    const asked = await request();
    hub.clock.advance(23 * 3_600_000);
    expect((await get(asked.id)).state).toBe('requested');
    expect(await hintsOf(agent)).toEqual({ inspectNow: { inspectionId: asked.id } });
    hub.clock.advance(3_600_000);
    expect((await get(asked.id)).state).toBe('expired');
    expect((await request()).id).not.toBe(asked.id);
  });

  it('handed in twice, keeps the first reading and its moment', async () => {
    const { id } = await request();
    await handIn(agent, id);
    const first = await get(id);
    hub.clock.advance(5000);
    const second = await handIn(agent, id, readingAt(hub.clock.nowMs(), { agentVersion: '9.9.9' }));
    expect(second.status).toBe(204);
    expect(await get(id)).toEqual(first);
  });

  it('is not another agent’s to hand in', async () => {
    const other = await hub.enrol('web-04');
    const { id } = await request();
    const response = await handIn(other, id);
    expect(response.status).toBe(404);
    expect(errorBodySchema.parse(await response.json()).code).toBe('not_found');
    expect((await get(id)).state).toBe('requested');
  });

  it('is taken in when an agent made it on its own schedule, once', async () => {
    const id = crypto.randomUUID();
    const reading = readingAt(hub.clock.nowMs(), {
      failedUnits: ['backup.timer'],
      configuredServices: [{ name: 'postgresql', state: 'missing' }],
      pendingReboot: true,
    });
    expect((await handIn(agent, id, reading)).status).toBe(204);
    expect((await handIn(agent, id, readingAt(0))).status).toBe(204);
    expect(await get(id)).toMatchObject({
      serverId: agent.serverId,
      state: 'completed',
      requestedAt: reading.observedAt,
      reading,
    });
  });

  it('is of the organisation’s month: agents are told its zone when they enrol and with each acknowledgement', async () => {
    const { token } = await hub.admin<EnrolmentTokenResponse>('POST', '/api/v1/servers/enrolment-tokens');
    const request = {
      token,
      hostname: 'zone',
      platform: 'linux',
      architecture: 'x64',
      agentVersion: '0.1.0',
    };
    const response = await hub.request('POST', '/api/v1/agent/enroll', request);
    const configuration = { timeZone: 'Asia/Shanghai' };
    expect(enrolmentResponseSchema.parse(await response.json()).configuration).toEqual(configuration);
    const answer = await agent.report([sampleAt(hub.clock.nowMs(), ++seq)]);
    expect(acknowledgementSchema.parse(answer).configuration).toEqual(configuration);
  });

  it('is refused where the reading is none, with the field’s name', async () => {
    const { id } = await request();
    const response = await handIn(agent, id, { ...readingAt(0), hardware: undefined });
    expect(response.status).toBe(400);
    expect(errorBodySchema.parse(await response.json()).field).toMatch(/^hardware/);
    expect((await get(id)).state).toBe('requested');
  });

  it('tells open pages when it is there', async () => {
    const { systemId } = await hub.place([agent.serverId]);
    await hub.grant('owner', { kind: 'system', systemId });
    const socket = io(hub.url, {
      path: livePath,
      transports: ['websocket'],
      forceNew: true,
      extraHeaders: { cookie: await hub.cookieOf('owner') },
    });
    try {
      const told = new Promise<unknown>((resolve) => socket.once('inspection.completed', resolve));
      await new Promise<void>((resolve) => socket.once('connect', () => resolve()));
      const { id } = await request();
      await handIn(agent, id);
      expect(liveEventSchemas['inspection.completed'].parse(await told)).toMatchObject({
        inspectionId: id,
        serverId: agent.serverId,
      });
    } finally {
      socket.disconnect();
    }
  });
});

describe('the report', () => {
  const download = (id: string) => hub.as('evaluator', 'GET', `/api/v1/inspections/${id}/report.docx`);

  it('is not ready before the reading is', async () => {
    const { id } = await request();
    const response = await download(id);
    expect(response.status).toBe(409);
    expect(errorBodySchema.parse(await response.json()).code).toBe('inspection_not_ready');
  });

  it('is a Word document in Chinese with the server’s figures and a drawn chart', async () => {
    const nowMs = hub.clock.nowMs();
    const samples = Array.from({ length: 360 }, (_, index) =>
      sampleAt(nowMs - 3_600_000 + index * 10_000, ++seq, {
        metrics: { cpuPercent: index < 180 ? 20 : 80, memoryUsedPercent: 48.5 },
      }),
    );
    await agent.report(samples);
    const { id } = await request();
    await handIn(agent, id, readingAt(nowMs));
    const response = await download(id);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('wordprocessingml.document');
    const disposition = decodeURIComponent(response.headers.get('content-disposition')!);
    const number = /政务云-数据库 01巡检报告 (XJ-\d{8}-\d{6}-[0-9A-F]{6})\.docx/.exec(disposition)?.[1];
    expect(number?.slice(-6)).toBe(id.slice(0, 6).toUpperCase());

    const files = unzip(Buffer.from(await response.arrayBuffer()));
    expect([...files.keys()]).toEqual(expect.arrayContaining(['[Content_Types].xml', '_rels/.rels']));
    const words = textOf(files.get('word/document.xml')!.toString('utf8'));
    for (const expected of [
      '服务器巡检报告',
      '政务云-数据库 01',
      'openEuler 24.03 LTS',
      '63天4小时',
      '64.0 GiB',
      '71.25',
      '50.00',
      '80.00',
      '93.75',
      '/data <1> & "2"',
      '10.1.2.3',
      '异常服务 1 个：nginx',
      '结论为“异常”',
      'postgres',
      '没有权限',
      '图 1',
      '巡检人员（签字）',
      `编号：${number}`,
      'contract of system',
      'project of system',
      '平均值',
    ]) {
      expect(words).toContain(expected);
    }

    const [chart] = [...files].filter(([name]) => name.endsWith('.png')).map(([, content]) => content);
    const colours = await coloursOf(chart!);
    expect(colours.white).toBeGreaterThan(0.3);
    expect(colours.kinds).toBeGreaterThan(20);
    expect(colours.strong).toBeGreaterThan(0.002);
  });

  it('says 数据不足 where too little was watched, and why something could not be read, in Chinese', async () => {
    hub.clock.advance(3_600_000);
    const nowMs = hub.clock.nowMs();
    await agent.report([
      sampleAt(nowMs - 1_800_000, ++seq, { metrics: { cpuPercent: 20, memoryUsedPercent: 20 } }),
      sampleAt(nowMs, ++seq, { runId: 'run-2', metrics: { cpuPercent: 20, memoryUsedPercent: 20 } }),
    ]);
    const { id } = await request();
    await handIn(
      agent,
      id,
      readingAt(nowMs, {
        metrics: { cpuPercent: 20, memoryUsedPercent: 20 },
        devices: { mounts: [], disks: [], interfaces: [] },
        services: [{ name: 'cron', state: 'stopped' }],
        notes: [
          {
            part: 'timeSynchronized',
            reason: 'Command failed: timedatectl show\nSystem has not been booted',
          },
          { part: 'memory', reason: `weird ${'x'.repeat(200)}` },
        ],
      }),
    );
    const files = unzip(Buffer.from(await (await download(id)).arrayBuffer()));
    const words = textOf(files.get('word/document.xml')!.toString('utf8'));
    for (const expected of [
      '结论为“数据不足”',
      '覆盖率低于 95 %',
      '主机未由 systemd 管理，无法查询',
      `读取失败（weird ${'x'.repeat(54)}…）`,
      '服务是否正常运行无法确认',
    ]) {
      expect(words).toContain(expected);
    }
    expect(words).not.toMatch(/正常\n|Command failed|运行中 0 个/);
  });

  it('tells what the agent gathered since the last inspection, and judges units, named services and a pending reboot', async () => {
    const nowMs = Date.parse('2026-11-21T02:00:00.000Z');
    hub.clock.moveTo(nowMs);
    const { id } = await request();
    await handIn(agent, id, readingAt(nowMs, upkeepReading));
    const files = unzip(Buffer.from(await (await download(id)).arrayBuffer()));
    const words = textOf(files.get('word/document.xml')!.toString('utf8'));
    for (const expected of [
      '结论为“异常”',
      '系统单元失败 2 个：nginx.service、data.mount（异常）',
      '服务 kingbase8 运行失败（异常）',
      '服务 tongweb 主机上没有该服务（异常）',
      '有更新待重启后生效（注意）',
      '自上次巡检以来（2026-11-01 02:13 至 2026-11-21 10:00），采集代理在本机采样 175003 次',
      'CPU 使用率\n22.50 %\n98.75 %\n2026-11-11 20:20',
      '磁盘读取\n1.5 MiB/秒\n210.0 MiB/秒\n2026-11-02 03:00',
      '服务 sshd\n运行中\n正常',
      'eth0\n10.1.2.3\n10000',
    ])
      expect(words).toContain(expected);
  });

  it('of an older reading tells neither, and finds nothing wrong with what it was not told', async () => {
    const { id } = await request();
    const quiet = { cpuPercent: 1, memoryUsedPercent: 1 };
    const devices = { mounts: [], disks: [], interfaces: [] };
    await handIn(agent, id, readingAt(hub.clock.nowMs(), { metrics: quiet, devices }));
    const files = unzip(Buffer.from(await (await download(id)).arrayBuffer()));
    const words = textOf(files.get('word/document.xml')!.toString('utf8'));
    for (const unsaid of ['自上次巡检以来', '系统单元', '待重启', '结论为“异常”'])
      expect(words).not.toContain(unsaid);
  });

  it('is the same document for every reader, several at once', async () => {
    const { id } = await request();
    await handIn(agent, id);
    const documents = await Promise.all(
      Array.from({ length: 3 }, async () => unzip(Buffer.from(await (await download(id)).arrayBuffer()))),
    );
    const [first, ...others] = documents.map((files) => files.get('word/document.xml')!.toString('utf8'));
    for (const other of others) expect(textOf(other)).toBe(textOf(first!));
  });
});

const upkeepReading: Partial<InspectionReading> = {
  failedUnits: ['nginx.service', 'data.mount'],
  configuredServices: [
    { name: 'sshd', state: 'running' },
    { name: 'kingbase8', state: 'failed' },
    { name: 'tongweb', state: 'missing' },
  ],
  pendingReboot: true,
  period: {
    from: '2026-10-31T18:13:00.000Z',
    samples: 175_003,
    metrics: {
      cpuPercent: { mean: 22.5, max: 98.75, maxAt: '2026-11-11T12:20:00.000Z' },
      load1: { mean: 1.2, max: 33.1, maxAt: '2026-11-11T12:20:10.000Z' },
      diskReadBytesPerSecond: {
        mean: 1.5 * 1024 ** 2,
        max: 210 * 1024 ** 2,
        maxAt: '2026-11-01T19:00:00.000Z',
      },
    },
  },
};

/** The words of a document, a line a paragraph. */
const textOf = (xml: string): string =>
  xml
    .replace(/<\/w:p>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

/** Shares of a picture: white, and strongly coloured (lines); and how many colours there are. */
async function coloursOf(png: Buffer): Promise<{ white: number; strong: number; kinds: number }> {
  const image = await loadImage(png);
  const canvas = createCanvas(image.width, image.height);
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  const kinds = new Set<number>();
  let white = 0;
  let strong = 0;
  for (let at = 0; at < data.length; at += 4) {
    const [red, green, blue] = [data[at]!, data[at + 1]!, data[at + 2]!];
    kinds.add((red << 16) | (green << 8) | blue);
    if (Math.min(red, green, blue) === 255) white++;
    if (Math.max(red, green, blue) - Math.min(red, green, blue) > 100) strong++;
  }
  const pixels = data.length / 4;
  return { white: white / pixels, strong: strong / pixels, kinds: kinds.size };
}
