import fs from 'node:fs';
import os from 'node:os';
import type { Browser, Page } from 'playwright-core';
import { logIn, openBrowser, visit, type Visit } from '../support/browser.js';
import { missingGlyphs } from '../support/browser-glyphs.js';
import { adminPassword, Product } from '../support/browser-product.js';
import { numberIn, secondsIn, shortDateTime, textOf, textsOf } from '../support/browser-text.js';
import { until } from '../support/until.js';
import { unzip } from '../support/unzip.js';

/** One visitor goes from the login to a raw sample; each test begins where the one before it ended. */
let product: Product;
let browser: Browser;
let visitor: Visit;
let page: Page;

beforeAll(async () => {
  product = await Product.start();
  browser = await openBrowser();
  visitor = await visit(browser, { url: product.url });
  page = visitor.page;
});

afterEach(() => expect(visitor.trouble.found()).toEqual([]));

afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

/** A page prints two decimals, or four where two would turn a met target into a missed one. */
const digitsIn = (text: string): number => /\.(\d+)/.exec(text)?.[1]?.length ?? 0;

const floor = (decimal: string | null, digits: number): number => cut(Math.floor, decimal, digits);
const ceiling = (decimal: string, digits: number): number => cut(Math.ceil, decimal, digits);
const cut = (round: (value: number) => number, decimal: string | null, digits: number): number =>
  Number((round(Number((Number(decimal) * 10 ** digits).toFixed(6))) / 10 ** digits).toFixed(digits));

function expectBetween(value: number, least: number, most: number): void {
  expect(value).toBeGreaterThanOrEqual(least);
  expect(value).toBeLessThanOrEqual(most);
}

test('a wrong password is told, the right one lets in', async () => {
  await page.goto('/');
  await page.locator('#username').fill('admin');
  await page.locator('#password').fill('not-the-password');
  await visitor.trouble.expecting(/401/, async () => {
    await page.locator('button[type=submit]').click();
    await page.getByText('用户名或密码错误').waitFor();
  });
  await logIn(page, adminPassword);
  expect(new URL(page.url()).pathname).toBe('/');
});

test('Chinese is drawn with real glyphs', async () => {
  await page.locator('.server-table').waitFor();
  expect(await missingGlyphs(page)).toEqual([]);
  expect(await missingGlyphs(page, '\u{E0B7}')).toEqual(['\u{E0B7}']);
});

test('the overview shows this machine, live', async () => {
  await page.evaluate(() => Object.assign(window, { isSameDocument: true }));
  const row = page.locator('.server-table .ant-table-row');
  await row.filter({ hasText: '正常' }).waitFor();
  expect(await row.count()).toBe(1);
  expect(await textOf(row.locator('.server-name b'))).toBe(os.hostname());
  const reading = async () => ({
    reportedAt: Date.parse((await row.locator('time').getAttribute('datetime')) ?? ''),
    values: await textsOf(row.locator('.meter .num')),
  });
  const first = await reading();
  expect(first.values).toHaveLength(3);
  const later = await until('a report moves the row', async () => {
    const now = await reading();
    return now.reportedAt > first.reportedAt && String(now.values) !== String(first.values) ? now : null;
  });
  const [server] = await product.api.servers();
  expect(later.reportedAt).toBeLessThanOrEqual(Date.parse(server!.lastReportAt!));
  expect(await page.evaluate(() => 'isSameDocument' in window)).toBe(true);
});

test('the CPU chart moves', async () => {
  await page.locator('.server-name').click();
  const canvas = page.locator('.charts canvas[aria-label^="CPU"]');
  await canvas.waitFor();
  const picture = () => canvas.evaluate((element: HTMLCanvasElement) => element.toDataURL());
  const newestPoint = async () => {
    const { width, height } = (await canvas.boundingBox())!;
    await canvas.hover({ position: { x: width - 22, y: height / 2 } });
    const time = await page.locator('.chart-tooltip b').innerText();
    const value = await textOf(page.locator('.chart-tooltip td').nth(1));
    await page.mouse.move(0, 0);
    await page.locator('.chart-tooltip').waitFor({ state: 'detached' });
    return { time, value };
  };
  const measured = async (after = '') => {
    const point = await newestPoint();
    return point.time > after && /^\d+\.\d %$/.test(point.value) ? point : null;
  };
  const first = await until('a first point', () => measured());
  const firstPicture = await picture();
  const later = await until('the newest point moves on', () => measured(first.time), 50_000);
  expect(later.time > first.time).toBe(true);
  expect(await picture()).not.toBe(firstPicture);
});

test('while the page is in sight, its agent samples every two seconds', async () => {
  const moments: number[] = [];
  await until(
    'three samples two seconds apart',
    async () => {
      const [server] = await product.api.servers();
      const atMs = Date.parse(server!.latest!.observedAt);
      if (atMs !== moments.at(-1)) moments.push(atMs);
      const apart = moments.slice(-3).map((ms, index, last) => (index ? ms - last[index - 1]! : 2_000));
      return moments.length >= 3 && apart.every((ms) => Math.abs(ms - 2_000) < 500);
    },
    40_000,
  );
});

test('an inspection is run, and its report downloaded', async () => {
  await page.getByRole('button', { name: '立即巡检' }).click();
  await page.getByRole('button', { name: /巡检中 \d+ 秒/ }).waitFor();
  const link = page.getByRole('link', { name: '下载巡检报告' });
  await link.waitFor();
  const started = page.waitForEvent('download');
  await link.click();
  const download = await started;
  expect(download.suggestedFilename()).toMatch(/\.docx$/);
  const files = unzip(fs.readFileSync(await download.path()));
  expect(String(files.get('[Content_Types].xml'))).toContain('wordprocessingml');
  const text = String(files.get('word/document.xml')).replace(/<[^>]+>/g, '');
  expect(text).toContain('巡检报告');
  expect(text).toContain(`主机名${os.hostname()}`);
  await page
    .locator('.ant-table-row')
    .filter({ hasText: '已完成' })
    .getByRole('link', { name: 'DOCX' })
    .waitFor();
});

test('both indicators are measured, and equal what the API says', async () => {
  await page.getByRole('link', { name: '绩效评价' }).click();
  await page.getByRole('heading', { name: '绩效评价' }).waitFor();
  await page.locator('main .ant-table-row a[href^="/evaluations/"]').click();
  await page.locator('[data-indicator]').first().waitFor();
  const [evaluation] = await product.api.evaluations();
  expect(page.url()).toContain(evaluation!.id);

  const before = (await product.api.actuals(evaluation!.id)).items;
  await page.reload();
  await page.locator('[data-indicator]').first().waitFor();
  const rows = await page.locator('.ant-table-row').all();
  const shown = await Promise.all(rows.map((row) => textsOf(row.locator('td'))));
  const after = (await product.api.actuals(evaluation!.id)).items;

  expect(shown.map(([name]) => name)).toEqual(['系统正常运行时间', '系统正常运行率']);
  shown.forEach(([name, target = '', actual = '', source, coverage = '', fullScore, score = ''], index) => {
    const [earlier, later] = [before[index]!, after[index]!];
    expect(name).toBe(later.name);
    const digits = digitsIn(actual);
    expect([2, 4]).toContain(digits);
    expect(target).toMatch(/^≥ /);
    expectBetween(numberIn(target), ceiling(earlier.target, digits), ceiling(later.target, digits));
    expect(actual.endsWith(later.unit)).toBe(true);
    expectBetween(numberIn(actual), floor(earlier.actual, digits), floor(later.actual, digits));
    expect(source).toBe('实测');
    const coverages = [Number(earlier.coveragePercent), Number(later.coveragePercent)];
    expectBetween(numberIn(coverage), Math.min(...coverages) - 0.1, Math.max(...coverages));
    expect(fullScore).toBe('50.00');
    expect(
      [earlier.score, later.score].map((one) => (one === null ? '—' : Number(one).toFixed(2))),
    ).toContain(score);
  });
  expect(await textOf(page.locator('.score-card'))).toContain('2 / 2');
});

test('an indicator opens to its numerator and denominator, and to its intervals', async () => {
  const evaluationId = new URL(page.url()).pathname.split('/').pop()!;
  const before = (await product.api.actuals(evaluationId)).items[1]!;
  await page.goto(`${new URL(page.url()).pathname}?indicator=${before.key}`);
  const panel = page.locator('.drill-down');
  await panel.locator('.interval-table .ant-table-row').first().waitFor();
  const fraction = await textsOf(panel.locator('.fraction > span'));
  const counted = await textOf(panel.getByText(/[\d,]+ ÷ [\d,]+ ms/));
  const figure = await textOf(panel.locator('[data-figure]'));
  const rows = await panel.locator('.interval-table .ant-table-row').all();
  const shown = await Promise.all(
    rows.map(async (row) => ({
      cells: await textsOf(row.locator('td')),
      link: new URLSearchParams((await row.locator('a').getAttribute('href')) ?? ''),
    })),
  );
  const after = (await product.api.actuals(evaluationId)).items[1]!;

  expect(before.name).toBe('系统正常运行率');
  expectBetween(
    numberIn(figure),
    floor(before.actual, digitsIn(figure)),
    floor(after.actual, digitsIn(figure)),
  );
  expect(fraction.map((text) => text.split(' ').slice(1).join(' '))).toEqual(['正常时间', '正常 + 故障时间']);
  const parts = ['numerator', 'denominator'] as const;
  const milliseconds = counted.split('÷').map(numberIn);
  parts.forEach((part, index) => {
    const [least, most] = [Number(before[part]), Number(after[part])];
    expectBetween(milliseconds[index]!, least, most);
    expect(secondsIn(fraction[index]!)).toBe(Math.floor(milliseconds[index]! / 1000));
  });

  const { intervals } = await product.api.availability(after.evidenceUrl);
  const newestFirst = intervals.toReversed();
  const words = {
    up: '正常',
    down: '故障',
    unknown: '未知',
    maintenance: '维护中',
    'out-of-service': '服务期外',
  };
  expect(shown.map(({ link }) => link.get('from'))).toEqual(newestFirst.map(({ from }) => from));
  // The newest interval is still growing; the others have ended.
  expect(shown.slice(1).map(({ link }) => link.get('to'))).toEqual(newestFirst.slice(1).map(({ to }) => to));
  expect(shown.map(({ cells }) => cells[0])).toEqual(newestFirst.map(({ from }) => shortDateTime(from)));
  expect(shown.map(({ cells }) => cells[2]!.split(' ')[0])).toEqual(
    newestFirst.map((one) => words[one.class]),
  );
});

test('an interval opens to its samples, under an address that leads back there', async () => {
  const rows = page.locator('.interval-table .ant-table-row');
  await rows.filter({ hasText: '正常' }).first().locator('a').click();
  await page.locator('.raw-samples .ant-table-row').first().waitFor();
  const address = new URL(page.url());
  const [from, to] = [address.searchParams.get('from')!, address.searchParams.get('to')!];

  const [server] = await product.api.servers();
  const { items, total } = await product.api.rawSamples(server!.id, from, to);
  expect(items.length).toBeGreaterThan(3);
  const seqs = items.map(({ seq }) => String(seq));
  expect(await shownSeqs()).toEqual(seqs);
  expect(await textOf(page.locator('.samples-title h3'))).toBe(`原始样本 ${total} 条`);
  expect(seqs).toEqual(items.map((_, index) => String(items[0]!.seq + index)));

  await page.reload();
  await page.locator('.raw-samples .ant-table-row').first().waitFor();
  expect(page.url()).toBe(address.href);
  expect(await shownSeqs()).toEqual(seqs);
  const cpu = page.locator('.raw-samples .ant-table-row td:nth-child(4)').first();
  expect(numberIn(await textOf(cpu))).toBeCloseTo(items[0]!.metrics.cpuPercent!, 1);
});

/** The seq of every row, over all pages of the table. */
async function shownSeqs(): Promise<string[]> {
  const seqs: string[] = [];
  const next = page.locator('.drill-down .ant-pagination-next:not(.ant-pagination-disabled)');
  for (;;) {
    seqs.push(...(await textsOf(page.locator('.raw-samples .ant-table-row td:nth-child(2)'))));
    if ((await next.count()) === 0) return seqs;
    await next.click();
  }
}
