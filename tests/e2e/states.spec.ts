import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { Browser } from 'playwright-core';
import { logIn, openBrowser, visit, type Visit } from '../support/browser.js';
import { isHatched } from '../support/browser-canvas.js';
import { adminPassword, Product } from '../support/browser-product.js';
import { textOf } from '../support/browser-text.js';
import { until } from '../support/until.js';

/** A hub without a server of its own, to which one is added as a first-time user would. */
let product: Product;
let browser: Browser;
let visitor: Visit;
let agent: ChildProcess | undefined;

beforeAll(async () => {
  product = await Product.start({ OPSGAUGE_LOCAL_AGENT: 'off' });
  browser = await openBrowser();
  visitor = await visit(browser, { url: product.url });
});

afterEach(() => expect(visitor.trouble.found()).toEqual([]));

afterAll(async () => {
  await endAgent();
  await browser?.close();
  await product?.stop();
});

/**
 * What somebody pastes into a shell, in an empty folder. In a process group of its own, so that what the line has
 * started ends with it.
 */
const paste = (line: string): ChildProcess => {
  const folder = path.join(product.directory, 'second-agent');
  fs.mkdirSync(folder);
  return spawn('sh', ['-c', line], {
    cwd: folder,
    env: {
      ...process.env,
      PATH: `${path.dirname(process.execPath)}:${process.env['PATH']}`,
      OPSGAUGE_AGENT_STATE: path.join(folder, 'state'),
    },
    stdio: 'ignore',
    detached: true,
  });
};

async function endAgent(): Promise<void> {
  if (!agent?.pid || agent.exitCode !== null || agent.signalCode !== null) return;
  const ended = once(agent, 'exit');
  process.kill(-agent.pid, 'SIGKILL');
  await ended;
}

/** Marks the document, so that a reload would show. */
const mark = () => visitor.page.evaluate(() => Object.assign(window, { isSameDocument: true }));
const isMarked = () => visitor.page.evaluate(() => 'isSameDocument' in window);

test('a deep link leads through the login to its page', async () => {
  const { page } = visitor;
  const address = '/evaluations?from=a-mail';
  await page.goto(address);
  await page.locator('#username').waitFor();
  expect(new URL(page.url()).pathname).toBe('/login');
  await logIn(page, adminPassword);
  await page.getByText('还没有绩效评价').waitFor();
  expect(page.url()).toBe(`${product.url}${address}`);
});

test('an address that does not exist says so, and leads back', async () => {
  const { page } = visitor;
  await page.goto('/no/such/page');
  await page.getByText('页面不存在').waitFor();
  expect(await page.title()).toContain('页面不存在');
  await page.getByRole('button', { name: '返回总览' }).click();
  await page.getByText('还没有服务器上报').waitFor();
  expect(new URL(page.url()).pathname).toBe('/');
});

test('an empty hub explains itself; the command it gives brings the first server onto the page', async () => {
  const { page } = visitor;
  await page.goto('/');
  await page.getByText('还没有服务器上报').waitFor();
  await mark();
  await page.getByRole('button', { name: '生成令牌' }).click();
  const forNode = page.locator('.enrolment-line').filter({ hasText: '已有 Node.js' });
  const line = await forNode.locator('code').innerText();
  expect(line).toContain(` --hub '${product.url}' --token `);
  agent = paste(line);
  const row = page.locator('.server-table .ant-table-row').filter({ hasText: '正常' });
  await row.waitFor();
  expect(await textOf(row.locator('.server-name b'))).toBe(os.hostname());
  expect(await isMarked()).toBe(true);
});

test('while the hub is away the page says of what time its figures are', async () => {
  const { page, trouble } = visitor;
  await page.goto('/');
  await page.locator('.server-table .ant-table-row').waitFor();
  await mark();
  await trouble.expecting(/ERR_|WebSocket|answered 50/, async () => {
    process.kill(product.pidOf('hub'), 'SIGKILL');
    const bar = page.locator('main .ant-alert');
    await bar.waitFor();
    expect(await bar.innerText()).toMatch(/实时连接已断开.*页面数据截至 \d{4}-\d\d-\d\d \d\d:\d\d:\d\d/s);
    expect(await page.locator('.server-table .ant-table-row').count()).toBe(1);
    await bar.waitFor({ state: 'detached' });
  });
  const time = page.locator('.server-table time');
  const reportedAt = await time.getAttribute('datetime');
  await until('reports come in again', async () => (await time.getAttribute('datetime'))! > reportedAt!);
  expect(await isMarked()).toBe(true);
});

test('a server that falls silent becomes a fault, and its charts show the gap', async () => {
  const { page } = visitor;
  const [server] = await product.api.servers();
  await page.goto(`/servers/${server!.id}`);
  const canvas = page.locator('.charts canvas[aria-label^="CPU"]');
  await canvas.waitFor();
  // The charts follow a sample at some distance, and without samples once a minute; a reload is sooner.
  const untilDrawn = async (what: string, isDrawn: (cpu: (number | null)[]) => boolean) => {
    const lastBuckets = async () => {
      const to = Date.now();
      const { series } = await product.api.samples(server!.id, to - 3_600_000, to, 180);
      return series.cpuPercent!.mean.slice(-2);
    };
    await until(what, async () => isDrawn(await lastBuckets()), 60_000);
    await page.reload();
    await canvas.waitFor();
  };
  await untilDrawn('samples in two buckets', (cpu) => cpu.every((value) => value !== null));
  await until('a chart without a gap at its end', async () => !(await isHatched(canvas, 2)));
  await mark();
  await endAgent();
  const status = page.locator('.title-row [data-status]');
  await until('the server is taken for down', async () => (await textOf(status)) === '故障', 50_000);
  expect(await isMarked()).toBe(true);
  const [silent] = await product.api.servers();
  expect(silent!.status).toBe('down');
  expect(Date.now() - Date.parse(silent!.latest!.observedAt)).toBeGreaterThan(30_000);
  await untilDrawn('two empty buckets', (cpu) => cpu.every((value) => value === null));
  await until('the gap is hatched', () => isHatched(canvas, 2));
});

test('an inspection of a silent server says at once that it waits, and locks nothing', async () => {
  const { page } = visitor;
  const button = page.getByRole('button', { name: '立即巡检' });
  await button.click();
  await page.getByText('代理未上报，24 小时内恢复后自动执行').waitFor();
  expect(await button.isEnabled()).toBe(true);
  await page.locator('.ant-table-row').filter({ hasText: '已下达' }).waitFor();
});

test('a thousand servers are searched at once and drawn as far as they are seen', async () => {
  const { page } = visitor;
  await addServers(1_000);
  await page.goto('/');
  const rows = page.locator('.server-table .ant-table-row');
  await rows.first().waitFor();
  await page.getByText('1001 台 · 异常优先', { exact: true }).waitFor();
  const drawn = await rows.count();
  expect(drawn).toBeGreaterThan(9);
  expect(drawn).toBeLessThan(60);

  const names = () => page.locator('.server-table .server-name b').allInnerTexts();
  const first = await names();
  await page.locator('.server-table').hover();
  await page.mouse.wheel(0, 15_000);
  await until('further rows', async () => (await names()).every((name) => !first.includes(name)));
  expect(await rows.count()).toBeLessThan(60);

  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.getByRole('textbox', { name: '名称、主机名或 IP' }).fill('node-0777');
  await page.locator('.filters').getByText('1 台 · 异常优先', { exact: true }).waitFor();
  expect(await names()).toEqual(['node-0777']);
  expect(asked.filter((url) => url.includes('/servers'))).toEqual([]);
});

test('the key that searches a page leads to the search of a list drawn in part, then to the browser', async () => {
  const { page } = visitor;
  await page.goto('/');
  await page.locator('.server-table .ant-table-row').first().waitFor();
  const search = page.getByRole('textbox', { name: '名称、主机名或 IP' });
  await page.keyboard.press('Control+f');
  expect(await search.evaluate((input) => input === document.activeElement)).toBe(true);
  const isLeftToBrowser = await search.evaluate((input) =>
    input.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'f', ctrlKey: true, bubbles: true, cancelable: true }),
    ),
  );
  expect(isLeftToBrowser).toBe(true);
  await page.keyboard.type('node-0777');
  await page.locator('.filters').getByText('1 台 · 异常优先', { exact: true }).waitFor();
});

test('Tab leads through the rows of a thousand servers beyond those drawn first', async () => {
  const { page } = visitor;
  await page.goto('/');
  const rows = page.locator('.server-table .ant-table-row');
  await rows.first().waitFor();
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
  const seen = new Set<string>();
  await page.locator('.server-table .server-name').first().focus();
  // A person is slower than a frame, in which the next rows are drawn.
  const nextFrame = () =>
    page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  for (let press = 0; press < 40; press++) {
    seen.add(await focused());
    await page.keyboard.press('Tab');
    await nextFrame();
  }
  expect(seen.size).toBe(40);
});

test('a thousand servers are exported, and printed, in full', async () => {
  const { page } = visitor;
  await page.goto('/');
  await page.locator('.server-table .ant-table-row').first().waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '导出 CSV' }).click(),
  ]);
  const text = fs.readFileSync(await download.path(), 'utf8');
  expect(text.startsWith('\ufeff状态,服务器,')).toBe(true);
  expect(text.trimEnd().split('\r\n')).toHaveLength(1_002);
  const printed = await page.evaluate(async () => {
    dispatchEvent(new Event('beforeprint'));
    await Promise.resolve();
    const count = document.querySelectorAll('.server-table tr.ant-table-row').length;
    dispatchEvent(new Event('afterprint'));
    return count;
  });
  expect(printed).toBe(1_001);
  await until('only what is seen is drawn again', async () => {
    return (await page.locator('.server-table .ant-table-row').count()) < 60;
  });
});

test.each([
  { view: 'cards', path: '/?view=cards', width: 1440, element: '.server-card', most: 150 },
  { view: "a phone's rows", path: '/', width: 390, element: '.server-row', most: 40 },
])('of a thousand servers as $view only those near the window are drawn', async (shape) => {
  const { page } = visitor;
  await page.setViewportSize({ width: shape.width, height: 844 });
  await page.goto(shape.path);
  const drawn = page.locator(shape.element);
  await drawn.first().waitFor();
  const names = () => page.locator(`${shape.element} b:first-of-type`).allInnerTexts();
  const first = await names();
  expect(first.length).toBeLessThan(shape.most);
  await page.mouse.move(200, 400);
  await page.mouse.wheel(0, 12_000);
  await until('further servers', async () => (await names()).every((name) => !first.includes(name)));
  expect(await drawn.count()).toBeLessThan(shape.most);
  await page.setViewportSize({ width: 1440, height: 900 });
});

/** Servers that are there in the database, with the last sample of the one that really reported. */
async function addServers(count: number): Promise<void> {
  const client = new pg.Client(product.database());
  await client.connect();
  try {
    await client.query(
      `WITH added AS (
         INSERT INTO server (id, name, hostname, address, operating_system, is_local, enrolled_at)
         SELECT gen_random_uuid(), name, name, '10.0.' || number / 250 || '.' || number % 250 + 1, 'Linux', false, now()
         FROM (SELECT number, 'node-' || lpad(number::text, 4, '0') AS name
               FROM generate_series(1, $1::integer) AS number) AS numbered
         RETURNING id
       )
       INSERT INTO server_latest
       SELECT (jsonb_populate_record(latest, jsonb_build_object('server_id', added.id))).*
       FROM added CROSS JOIN (SELECT server_latest AS latest FROM server_latest LIMIT 1) AS one`,
      [count],
    );
  } finally {
    await client.end();
  }
}
