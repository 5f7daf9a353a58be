import { createCanvas, loadImage } from '@napi-rs/canvas';
import { errorBodySchema, inspectionSchema, type InspectionReading } from '../../libs/contract/src/index.js';
import { readingAt } from '../support/inspection-reading.js';
import { InspectionScene } from '../support/inspection-scene.js';
import { sampleAt, TestHub, type TestAgent } from '../support/test-hub.js';
import { unzip } from '../support/unzip.js';

let hub: TestHub;
let scene: InspectionScene;
let agent: TestAgent;
let seq = 0;

beforeAll(async () => {
  hub = await TestHub.start();
});
afterAll(() => hub.stop());
beforeEach(async () => {
  scene = await InspectionScene.on(hub);
  agent = scene.agent;
});

const request = (serverId?: string) => scene.request(serverId);
const handIn = (by: TestAgent, id: string, reading?: unknown) => scene.handIn(by, id, reading);

describe('the report', () => {
  const download = (id: string) => hub.as('evaluator', 'GET', `/api/v1/inspections/${id}/report.docx`);
  const wordsOf = async (report: Response): Promise<string> => {
    const files = unzip(Buffer.from(await report.arrayBuffer()));
    return textOf(files.get('word/document.xml')!.toString('utf8'));
  };

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
    const words = await wordsOf(await download(id));
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

  /** What the report says of its period: from when to when, availability and coverage. */
  const periodOf = async (id: string): Promise<string[]> =>
    /(\S{10} \S{5}) 至 (\S{10} \S{5})，正常运行率 (\S+ %)，数据覆盖率 (\S+ %)/
      .exec(await wordsOf(await download(id)))!
      .slice(1);
  const minuteText = (ms: number) =>
    new Date(ms + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
  const reportEvery10s = (fromMs: number, toMs: number, by = agent) =>
    by.report(
      Array.from({ length: (toMs - fromMs) / 10_000 + 1 }, (_, index) =>
        sampleAt(fromMs + index * 10_000, ++seq, { metrics: { cpuPercent: 20, memoryUsedPercent: 20 } }),
      ),
    );

  it('states the period that its figures are of: from the first sample on, where that is later', async () => {
    const fromMs = hub.clock.nowMs();
    const nowMs = fromMs + 9 * 60_000;
    hub.clock.moveTo(nowMs);
    await reportEvery10s(fromMs, nowMs);
    const { id } = await request();
    await handIn(agent, id, readingAt(nowMs));
    expect(await periodOf(id)).toEqual([minuteText(fromMs), minuteText(nowMs), '100.00 %', '100.00 %']);
  });

  it('looks back on the whole day of a server that was silent for most of it', async () => {
    const fromMs = hub.clock.nowMs();
    hub.clock.moveTo(fromMs + 600_000);
    await reportEvery10s(fromMs, fromMs + 600_000);
    const nowMs = fromMs + 30 * 3_600_000;
    hub.clock.moveTo(nowMs);
    await reportEvery10s(nowMs - 600_000, nowMs);
    const { id } = await request();
    await handIn(agent, id, readingAt(nowMs));
    const [from, to, availability, coverage] = await periodOf(id);
    expect([from, to]).toEqual([minuteText(nowMs - 24 * 3_600_000), minuteText(nowMs)]);
    expect([availability, coverage]).not.toEqual(['100.00 %', '100.00 %']);
  });

  it('says how much of its period lies outside the service, and is in none of its figures', async () => {
    const enrolledMs = hub.clock.nowMs();
    const unplaced = await hub.enrol('未归入系统的服务器');
    const nowMs = enrolledMs + 600_000;
    hub.clock.moveTo(nowMs);
    await reportEvery10s(enrolledMs - 300_000, nowMs, unplaced);
    const asked = await hub.as('admin', 'POST', `/api/v1/servers/${unplaced.serverId}/inspections`);
    const { id } = inspectionSchema.parse(await asked.json());
    await handIn(unplaced, id, readingAt(nowMs));
    const words = await wordsOf(await hub.as('admin', 'GET', `/api/v1/inspections/${id}/report.docx`));
    expect(words).toContain(
      `${minuteText(enrolledMs - 300_000)} 至 ${minuteText(nowMs)}，正常运行率 100.00 %`,
    );
    expect(words).toContain('；另有服务期外 5分，不计入以上数值。');
  });

  it('tells what the agent gathered since the last inspection, and judges units, named services and a pending reboot', async () => {
    const nowMs = Date.parse('2026-11-21T02:00:00.000Z');
    hub.clock.moveTo(nowMs);
    const { id } = await request();
    await handIn(agent, id, readingAt(nowMs, upkeepReading));
    const words = await wordsOf(await download(id));
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
    const words = await wordsOf(await download(id));
    for (const unsaid of ['自上次巡检以来', '系统单元', '待重启', '结论为“异常”'])
      expect(words).not.toContain(unsaid);
  });

  it('keeps the places to sign with the end of what stands before them', async () => {
    const { id } = await request();
    await handIn(agent, id);
    const files = unzip(Buffer.from(await (await download(id)).arrayBuffer()));
    const xml = files.get('word/document.xml')!.toString('utf8');
    const toSign = xml.indexOf('巡检人员（签字）');
    const lastRow = xml.lastIndexOf('<w:tr>', xml.lastIndexOf('</w:tbl>', toSign));
    const paragraphs = xml.slice(lastRow, toSign).split('<w:p>').slice(1);
    expect(paragraphs.length).toBeGreaterThan(3);
    for (const paragraph of paragraphs) expect(paragraph).toContain('<w:keepNext/>');
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
