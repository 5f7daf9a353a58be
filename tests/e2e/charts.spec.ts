import fs from 'node:fs';
import type { Browser, Download, Page } from 'playwright-core';
import {
  deviceSamplesResponseSchema,
  samplesSummaryResponseSchema,
  storageResponseSchema,
} from '../../libs/contract/src/index.js';
import { logIn, openBrowser, visit, type Visit } from '../support/browser.js';
import { isHatched } from '../support/browser-canvas.js';
import { ReportingHost } from '../support/browser-host.js';
import { adminPassword, Product } from '../support/browser-product.js';
import { textOf } from '../support/browser-text.js';
import { until } from '../support/until.js';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

let product: Product;
let browser: Browser;
let visitor: Visit;
let page: Page;
let web: ReportingHost;
let other: ReportingHost;
/** The last sample of both, and the silence of the first before it. */
let endMs: number;
let silence: { from: number; to: number };

const momentsBetween = (fromMs: number, toMs: number) =>
  Array.from(
    { length: Math.floor((toMs - fromMs) / (10 * second)) },
    (_, index) => fromMs + index * 10 * second,
  );

const devices = {
  mounts: [
    {
      mountPoint: '/data',
      device: '/dev/sdb1',
      fileSystem: 'xfs',
      totalBytes: 500 * 2 ** 30,
      usedBytes: 400 * 2 ** 30,
      availableBytes: 100 * 2 ** 30,
      usedPercent: 80,
      inodesUsedPercent: 12,
    },
  ],
  disks: [{ name: 'sda', readBytesPerSecond: 2 ** 20, writeBytesPerSecond: 2 ** 21, busyPercent: 7 }],
  interfaces: [
    {
      name: 'eth0',
      isUp: true,
      receiveBytesPerSecond: 1_000_000,
      transmitBytesPerSecond: 500_000,
      errorsPerSecond: 0,
      dropsPerSecond: 0,
    },
  ],
};

const webAt = (atMs: number) => ({
  metrics: {
    cpuPercent: 10 + (Math.floor(atMs / 10_000) % 50),
    memoryUsedPercent: 40,
    diskUsedPercent: 80,
    networkReceiveBytesPerSecond: 1_000_000,
    networkTransmitBytesPerSecond: 500_000,
    processCount: 123,
  },
  devices,
  additional: {
    corePercents: [5, 95],
    tcpConnections: 214,
    clockOffsetMs: -1500,
    targets: [{ name: 'gateway', method: 'icmp' as const, latencyMs: 2.5, lossPercent: 0 }],
    problems: [{ collector: 'processes', reason: '/proc is mounted with hidepid' }],
  },
});
const otherAt = () => ({
  metrics: { cpuPercent: 77, memoryUsedPercent: 66, diskUsedPercent: 55 },
  devices: {},
});

beforeAll(async () => {
  product = await Product.start({ OPSGAUGE_LOCAL_AGENT: 'off' });
  browser = await openBrowser();
  web = await ReportingHost.enrol(product, 'web-01');
  other = await ReportingHost.enrol(product, 'web-02');
  endMs = Math.floor(Date.now() / second) * second;
  const startMs = endMs - 3 * hour;
  silence = { from: endMs - 60 * minute, to: endMs - 45 * minute };
  await web.report([...momentsBetween(startMs, silence.from), ...momentsBetween(silence.to, endMs)], webAt);
  await other.report(momentsBetween(startMs, endMs), otherAt);
  visitor = await visit(browser, { url: product.url });
  page = visitor.page;
  await page.goto('/');
  await logIn(page, adminPassword);
});
afterEach(() => expect(visitor.trouble.found()).toEqual([]));
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

const iso = (ms: number) => new Date(ms).toISOString();
const pathOf = (parameters: Record<string, string> = {}) =>
  `/servers/${web.id}?${new URLSearchParams(parameters)}`;
const open = async (parameters: Record<string, string> = {}) => {
  await page.goto(pathOf(parameters));
  await page.locator('.charts canvas').nth(3).waitFor();
};
const parameter = (name: string) => new URL(page.url()).searchParams.get(name);
const shownRange = () => page.locator('.shown-range').innerText();
const cpuChart = () => page.locator('.charts .time-chart').first();
const saved = async (download: Download) => fs.readFileSync(await download.path(), 'utf8');
const exported = async () => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('.chart-toolbar').getByRole('button', { name: '导出 CSV' }).click(),
  ]);
  return { name: download.suggestedFilename(), lines: (await saved(download)).trimEnd().split('\r\n') };
};

test.each(['6 小时', '24 小时', '7 天', '30 天', '1 年'])(
  '%s is chosen, and kept over a reload',
  async (range) => {
    await open();
    await page.locator('.ant-segmented-item').filter({ hasText: range }).first().click();
    await until('the address says so', () => parameter('range'));
    await page.reload();
    await page.locator('.charts canvas').nth(3).waitFor();
    expect(await textOf(page.locator('.chart-toolbar .ant-segmented-item-selected'))).toBe(range);
  },
);

test('dragging over a chart shows that stretch on all of them; a double click goes back', async () => {
  await open({ open: 'mounts:/data' });
  await page.locator('.device-charts canvas').first().waitFor();
  const before = await shownRange();
  const box = (await cpuChart().boundingBox())!;
  const asked: URL[] = [];
  page.on('request', (request) => asked.push(new URL(request.url())));
  await page.mouse.move(box.x + box.width * 0.3, box.y + 80);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.6, box.y + 80, { steps: 4 });
  await page.mouse.up();
  await until('another stretch is shown', async () => (await shownRange()) !== before);
  const [from, to] = [parameter('from')!, parameter('to')!];
  const minutes = (Date.parse(to) - Date.parse(from)) / minute;
  expect(minutes).toBeGreaterThan(15);
  expect(minutes).toBeLessThan(25);
  for (const part of ['/samples', '/samples/devices', '/samples/summary', '/availability'])
    await until(`${part} follows`, () =>
      asked.some(
        ({ pathname, searchParams }) =>
          pathname.endsWith(part) && searchParams.get('from') === from && searchParams.get('to') === to,
      ),
    );
  await cpuChart().dblclick({ position: { x: box.width / 2, y: 80 } });
  await until('the last hour again', () => parameter('from') === null);
});

test('keys and buttons do what the pointer does', async () => {
  await open({ from: iso(endMs - 2 * hour), to: iso(endMs - hour) });
  const length = () => Date.parse(parameter('to')!) - Date.parse(parameter('from')!);
  await cpuChart().focus();
  await page.keyboard.press('+');
  await until('half as long', () => length() === 30 * minute);
  await page.keyboard.press('ArrowLeft');
  await until('moved back', () => parameter('from') === iso(endMs - 2 * hour));
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await until('as it was', () => parameter('from') === iso(endMs - 2 * hour) && length() === hour);
  await page.getByRole('button', { name: '缩小（−）' }).click();
  await until('twice as long', () => length() === 2 * hour);
  await page.getByRole('button', { name: '返回上一范围（Esc）' }).click();
  await until('back', () => length() === hour);
});

test("a time of one's own is chosen on the organisation's clock", async () => {
  await open();
  await page.locator('.shown-range').click();
  const [from, to] = [
    page.locator('.custom-range input').first(),
    page.locator('.custom-range input').last(),
  ];
  await from.fill('2026-01-02T08:00');
  await to.fill('2026-01-02T07:00');
  const show = page.locator('.custom-range button');
  expect(await show.isDisabled()).toBe(true);
  await page.getByText('请填写起止时间').waitFor();
  await to.fill('2026-01-02T09:30');
  await show.click();
  await until('it is shown', async () => (await shownRange()) === '2026-01-02 08:00 – 2026-01-02 09:30');
  expect([parameter('from'), parameter('to')]).toEqual([
    '2026-01-02T00:00:00.000Z',
    '2026-01-02T01:30:00.000Z',
  ]);
});

test('a silence is a hatch and not a line', async () => {
  const cpu = page.locator('.charts canvas').first();
  await open({ from: iso(silence.from - hour), to: iso(silence.from) });
  await until('no hatch before it', async () => !(await isHatched(cpu, 2)));
  await open({ from: iso(silence.from - hour), to: iso(silence.to - 2 * minute) });
  await until('a hatch at its end', () => isHatched(cpu, 2));
});

test('what is on screen is exported: a row a bucket, with units, empty in the silence', async () => {
  const [from, to] = [silence.from - hour, silence.to];
  await open({ from: iso(from), to: iso(to) });
  const { name, lines } = await exported();
  expect(name).toMatch(/^web-01 .*\.csv$/);
  expect(lines[0]).toContain(
    '\ufeff时间 (Asia/Shanghai),时间段长度（秒）,CPU 平均 %,CPU 最小 %,CPU 最大 %,内存 平均 %',
  );
  expect(lines[0]).toContain('网络 下行 平均 Mb/s');
  const { series, bucketSeconds } = await product.api.samples(web.id, from, to, 225);
  const means = series.cpuPercent!.mean;
  expect(lines).toHaveLength(means.length + 1);
  expect(new Set(lines.slice(1).map((line) => line.split(',')[1]))).toEqual(new Set([String(bucketSeconds)]));
  const inFile = lines.slice(1).map((line) => line.split(',')[2]!);
  expect(inFile.map((text) => (text === '' ? null : Number(text)))).toEqual(
    means.map((mean) => (mean === null ? null : Number(mean.toPrecision(8)))),
  );
  expect(inFile.filter((text) => text === '').length).toBeGreaterThan(30);
});

test('another server is drawn beside this one, and both are named', async () => {
  await open({ from: iso(endMs - 2 * hour), to: iso(endMs - hour) });
  await page.getByRole('combobox', { name: '对比另一台服务器' }).fill('web-02');
  await page.keyboard.press('Enter');
  await until('the address says so', () => parameter('compare') === other.id);
  const legend = page.locator('.charts .panel').first().locator('.legend');
  await until('both are named', async () => /web-01.*web-02/s.test(await legend.innerText()));
  expect(await legend.innerText()).toContain('77.0');
  // The figures below are of both.
  const figures = page.locator('.charts .panel').first().locator('.range-figures');
  await until('the figures of both', async () =>
    /web-01.*平均.*web-02.*平均 77\.0/s.test(await figures.innerText()),
  );
  const colours = await legend
    .locator('i')
    .evaluateAll((marks) => marks.map((mark) => mark.style.background));
  expect(new Set(colours).size).toBe(2);
  const { lines } = await exported();
  expect(lines[0]).toContain('CPU web-01 平均 %,CPU web-01 最小 %,CPU web-01 最大 %,CPU web-02 平均 %');
  expect(lines[1]!.split(',')[5]).toBe('77');
});

test('rows of mounts, interfaces, disks and targets open to their charts', async () => {
  await open({ from: iso(endMs - 30 * minute), to: iso(endMs) });
  for (const [name, chart] of [
    ['/data', /^使用率/],
    ['eth0', /^流量/],
    ['sda', /^读写速率/],
    ['gateway', /^时延/],
  ] as const) {
    await page.getByRole('button', { name: `打开 ${name} 的曲线` }).click();
    await page.getByRole('img', { name: chart }).waitFor();
  }
  expect(new URL(page.url()).searchParams.getAll('open')).toEqual([
    'mounts:/data',
    'interfaces:eth0',
    'disks:sda',
    'targets:gateway',
  ]);
  expect(await page.getByRole('img', { name: /^时延/ }).getAttribute('aria-label')).toContain('2.50');
  const query = new URLSearchParams({
    from: iso(endMs - 30 * minute),
    to: iso(endMs),
    points: '90',
    kind: 'mounts',
    name: '/data',
  });
  const answer = deviceSamplesResponseSchema.parse(
    await product.api.send('GET', `/api/v1/servers/${web.id}/samples/devices?${query}`),
  );
  expect(answer.series.usedPercent!.mean.filter((value) => value !== null)).toContain(80);
  await page.getByRole('button', { name: '收起 /data 的曲线' }).click();
  await page.getByRole('img', { name: /^使用率/ }).waitFor({ state: 'detached' });
});

test('the figures of the range are those of the hub, and P95 says how sure it is', async () => {
  const [from, to] = [iso(endMs - 2 * hour), iso(endMs - 90 * minute)];
  await open({ from, to });
  const { metrics } = samplesSummaryResponseSchema.parse(
    await product.api.send(
      'GET',
      `/api/v1/servers/${web.id}/samples/summary?${new URLSearchParams({ from, to })}`,
    ),
  );
  const { mean, max, p95, p95ErrorMax } = metrics.cpuPercent!;
  const figures = page.locator('.charts .panel').first().locator('.range-figures');
  const rounded = (value: number) => (Math.round(value * 10) / 10).toFixed(1);
  await until('the figures', async () => (await figures.innerText()).includes('P95'));
  expect(await textOf(figures)).toContain(rounded(mean));
  expect(await textOf(figures)).toContain(rounded(max));
  expect(await textOf(figures)).toContain(rounded(p95!));
  const hint = p95ErrorMax === 0 ? /由样本逐个计算/ : /误差不超过/;
  expect(await figures.locator('.visually-hidden').textContent()).toMatch(hint);
});

test("the page says what the host's agent reads besides, and what it cannot", async () => {
  await web.report([Date.now()], webAt);
  await open();
  const readings = page.locator('.readings');
  await until('the readings', async () => (await readings.innerText()).includes('214'));
  expect(await textOf(readings)).toContain('-1,500 ms');
  expect(await readings.getByRole('meter').count()).toBe(2);
  await readings.getByText('系统限制了 /proc，代理只能看到自己的进程。').waitFor();
  await page.locator('.ant-table-row').filter({ hasText: 'gateway' }).getByText('ICMP').waitFor();
});

test('the storage page says what the measurements take up', async () => {
  await page.goto('/storage');
  const rows = page.locator('.ant-table-row');
  await rows.first().waitFor();
  const { parts, jobs } = storageResponseSchema.parse(await product.api.send('GET', '/api/v1/storage'));
  expect(parts.map(({ part }) => part)).toContain('raw');
  expect(await rows.count()).toBe(parts.length + jobs.length);
  await page.getByText('近期样本').waitFor();
  await page.locator('.title-row button').last().click();
  await page.locator('.help dt').filter({ hasText: '保存与预算' }).waitFor();
});
