import type { Browser, Page } from 'playwright-core';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { packWriteRequest } from '../../apps/server/src/telemetry/remote-write/encode-write-request.js';
import { follow, logIn, openBrowser, visit, type Visit } from '../support/browser.js';
import { stopsWithoutFocusMark } from '../support/browser-focus.js';
import { chineseAmong, looksOf, untranslated, wordsOf } from '../support/browser-looks.js';
import { adminPassword, Product } from '../support/browser-product.js';
import { textOf } from '../support/browser-text.js';
import { until } from '../support/until.js';

let product: Product;
let browser: Browser;
let backupDirectory: string;
/** Who is logged in. */
let cookies: Awaited<ReturnType<Visit['context']['storageState']>>['cookies'];
let serverPath: string;
let evaluationPath: string;
/** Addresses of the drill-down: an indicator's intervals, and the samples of one. */
let indicatorPath: string;
let samplesPath: string;
/** What the hub itself says in Chinese, whatever the page's language. */
let namesInChinese: string[];
const visits: Visit[] = [];

beforeAll(async () => {
  backupDirectory = fs.mkdtempSync(path.join(os.tmpdir(), 'opsgauge-e2e-backups-'));
  product = await Product.start({ OPSGAUGE_BACKUP_DIR: backupDirectory });
  browser = await openBrowser();
  await prepareData(product);
  const { page, context } = await newVisit();
  await page.goto('/');
  await logIn(page, adminPassword);
  cookies = (await context.storageState()).cookies;
});

afterEach(async () => {
  const found = visits.flatMap(({ trouble }) => trouble.found());
  await Promise.all(visits.splice(0).map(({ context }) => context.close()));
  expect(found).toEqual([]);
});

afterAll(async () => {
  await browser?.close();
  await product?.stop();
  fs.rmSync(backupDirectory, { recursive: true, force: true });
});

const prometheusPath = '/api/v1/remote-write/sources';

/** A host that a Prometheus wrote of, and that nobody has assigned. */
async function writeOfHost(url: string, { token }: { token: string }): Promise<void> {
  const labels = Object.entries({ __name__: 'node_load1', instance: '10.20.30.40:9100' });
  const samples = [{ timestamp: Date.now(), value: 1 }];
  const series = { labels: labels.map(([name, value]) => ({ name, value })), samples };
  await fetch(new URL('/api/v1/remote-write', url), {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/x-protobuf',
      'content-encoding': 'snappy',
    },
    body: new Uint8Array(packWriteRequest([series])),
  });
}

/** An inspected server and an evaluation with figures, so that no page is empty. */
async function prepareData({ api, url }: Product): Promise<void> {
  await writeOfHost(url, await api.send<{ token: string }>('POST', prometheusPath, { name: 'prometheus-1' }));
  const server = await until('this machine reports', async () => {
    const [found] = await api.servers();
    return found?.latest && found.status === 'up' ? found : null;
  });
  const inspection = await api.requestInspection(server.id);
  await until(
    'the inspection is done',
    async () => (await api.inspection(inspection.id)).state === 'completed',
  );
  const [evaluation] = await api.evaluations();
  const { items } = await api.actuals(evaluation!.id);
  const { intervals } = await api.availability(items[0]!.evidenceUrl);
  const { from, to } = intervals.find((interval) => interval.class === 'up')!;
  serverPath = `/servers/${server.id}`;
  evaluationPath = `/evaluations/${evaluation!.id}`;
  indicatorPath = `${evaluationPath}?indicator=${items[0]!.key}`;
  samplesPath = `${indicatorPath}&from=${from}&to=${to}`;
  namesInChinese = [
    evaluation!.projectName,
    evaluation!.systemName,
    evaluation!.name,
    server.systemName ?? '',
    ...items.map(({ name }) => name),
  ].filter(Boolean);
}

interface Manner {
  width: number;
  language: 'zh-CN' | 'en';
  mode: 'light' | 'dark';
}

const plain: Manner = { width: 1440, language: 'zh-CN', mode: 'light' };

/** A visitor who is logged in if somebody was, and chose language and colours before. */
async function newVisit({ width, language, mode }: Manner = plain): Promise<Visit> {
  const localStorage = [
    { name: 'opsgauge.language', value: language },
    { name: 'opsgauge.theme', value: mode },
  ];
  const visitor = await visit(browser, {
    url: product.url,
    width,
    height: width < 768 ? 844 : 900,
    storageState: { cookies: cookies ?? [], origins: [{ origin: product.url, localStorage }] },
  });
  visits.push(visitor);
  return visitor;
}

test('language and colours are switched, and stay over a reload', async () => {
  const { page } = await newVisit();
  await page.goto('/');
  const heading = page.locator('h1');
  const root = page.locator('html');
  await until('the page is there', async () => (await heading.textContent()) === '总览');
  await page.getByRole('button', { name: 'Switch to English' }).click();
  await page.getByRole('button', { name: 'Switch to dark' }).click();
  const isChanged = async () => {
    expect(await heading.textContent()).toBe('Overview');
    expect(await root.getAttribute('lang')).toBe('en');
    expect(await root.getAttribute('data-mode')).toBe('dark');
    expect(await page.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor)).toBe(
      'rgb(14, 17, 22)',
    );
  };
  await isChanged();
  await page.reload();
  await heading.waitFor({ state: 'attached' });
  await isChanged();
  await page.getByRole('button', { name: '切换到中文' }).click();
  await page.getByRole('button', { name: '切换到浅色' }).click();
  await page.reload();
  await heading.waitFor({ state: 'attached' });
  expect(await heading.textContent()).toBe('总览');
  expect(await root.getAttribute('data-mode')).toBe('light');
});

const isPhone = (width: number) => width < 768;

/** Every page, and what opens over one, each with what has to stand there before it is looked at. */
const pages = (width: number): { name: string; open: (visitor: Visit) => Promise<void> }[] => {
  /** Where something of the frame or of the same route stands open, which only a load closes. */
  const loaded = (path: () => string, ready: string) => async (visitor: Visit) => {
    await visitor.page.goto(path());
    await visitor.page.locator(ready).first().waitFor();
  };
  const at = (path: () => string, ready: string) => async (visitor: Visit) => {
    await follow(visitor, path());
    await visitor.page.locator(ready).first().waitFor();
  };
  return [
    {
      name: 'overview',
      open: loaded(() => '/', isPhone(width) ? '.server-row' : '.server-table .ant-table-row'),
    },
    {
      name: 'adding a server',
      open: async ({ page }) => {
        await page.locator('.filters button:has(.anticon-plus)').click();
        await page.locator('.ant-drawer .enrolment button').click();
        await page.locator('.ant-drawer .command:not(.is-preview)').first().waitFor();
      },
    },
    { name: 'nothing found', open: loaded(() => '/?q=no-such-server', '.empty') },
    ...(isPhone(width)
      ? [
          {
            name: 'more',
            open: async ({ page }: Visit) => {
              await page.locator('.tab-bar button').click();
              await page.locator('.more-sheet').waitFor();
            },
          },
        ]
      : [{ name: 'cards', open: at(() => '/?view=cards', '.server-card') }]),
    {
      name: 'server',
      open: async (visitor) => {
        const { page } = visitor;
        await loaded(() => serverPath, '.charts canvas')(visitor);
        await page.locator('.availability-strip').waitFor();
        await page.locator('a[href$="report.docx"]').first().waitFor();
      },
    },
    {
      name: "a device's charts",
      open: async ({ page }) => {
        await page
          .locator(isPhone(width) ? '.device-toggle' : '.expand-button')
          .first()
          .click();
        await page.locator('.device-charts canvas').first().waitFor();
      },
    },
    {
      name: "a time of one's own",
      open: async ({ page }) => {
        await page.locator('.shown-range').click();
        await page.locator('.custom-range').waitFor();
      },
    },
    {
      name: 'help',
      open: async ({ page }) => {
        await page.locator('.title-row button:has(.anticon-question-circle)').click();
        await page.locator('.help').waitFor();
      },
    },
    {
      name: 'evaluations',
      open: at(() => '/evaluations', isPhone(width) ? '.server-row' : '.ant-table-row'),
    },
    { name: 'faults', open: at(() => '/faults', '.column-empty, .fault-card') },
    {
      name: 'list of faults',
      open: at(() => '/faults?view=list&state=all', '.fault-section .empty, .fault-section .list-foot'),
    },
    {
      name: 'reporting a fault',
      open: async ({ page }) => {
        await page.locator('.actions .ant-btn-primary').click();
        await page.locator('.ant-drawer-footer').waitFor();
      },
    },
    { name: 'evaluation', open: at(() => evaluationPath, '[data-indicator]') },
    { name: 'intervals', open: at(() => indicatorPath, '.interval-table a') },
    { name: 'samples', open: at(() => samplesPath, '.raw-samples .ant-table-row') },
    { name: 'inventory', open: at(() => '/inventory', 'main .panel') },
    { name: 'hosts of a Prometheus', open: at(() => '/inventory/prometheus', 'main .tag.warning') },
    {
      name: 'which server a host is',
      open: async ({ page }) => {
        await page.locator('.row-actions button, .record-rows button').first().click();
        await page.locator('.ant-drawer .ant-select').first().waitFor();
      },
    },
    { name: 'accounts', open: at(() => '/accounts', 'main .panel') },
    { name: 'audit', open: at(() => '/audit', isPhone(width) ? '.record-rows' : '.ant-table-row') },
    {
      name: 'audit entry',
      open: async ({ page }) => {
        await page.locator('.link-button').first().click();
        await page.locator('.audit-facts').waitFor();
      },
    },
    { name: 'backups', open: at(() => '/backups', '[data-condition=good]') },
    { name: 'storage', open: at(() => '/storage', '.storage-facts') },
    { name: 'personal', open: at(() => '/personal', 'main .panel .mono') },
    { name: 'not found', open: at(() => '/no/such/page', '.big-figure') },
  ];
};

/** Panels slide and colours fade in; what they come to is what counts. */
const standsStill = (page: Page) =>
  until('the page stands still', async () => {
    const moving = await page.evaluate(() => [
      ...[...document.querySelectorAll('.skeleton-row')].map(() => 'skeleton'),
      ...document.getAnimations().flatMap((animation) => {
        const { playState, effect } = animation;
        const target = (effect as KeyframeEffect).target;
        if (!target || playState !== 'running' || target.closest('.ant-wave')) return [];
        // Not watched to its end, but brought there; what follows from it may move in its turn.
        if (effect?.getComputedTiming().endTime !== Infinity) animation.finish();
        return target.checkVisibility({ opacityProperty: true }) ? [target.outerHTML.slice(0, 200)] : [];
      }),
    ]);
    if (moving.length) throw new Error(`moving: ${moving.join(' | ')}`);
    return true;
  });

const manners = [1440, 390].flatMap((width) =>
  (['zh-CN', 'en'] as const).flatMap((language) =>
    (['light', 'dark'] as const).map((mode): Manner => ({ width, language, mode })),
  ),
);

describe.each(manners)('$width pixels, $language, $mode', (manner) => {
  const findingsOf = async (page: Page) => {
    const { wider, clipped, faint } = await looksOf(page);
    const words = await wordsOf(page);
    const chinese =
      manner.language === 'en'
        ? chineseAmong(words, [...namesInChinese, '运衡', '管理员', '管', '切换到中文', '中文'])
        : [];
    return { wider, clipped, faint, untranslated: untranslated(words), chinese };
  };
  /**
   * What is still wrong with a page that stands still. A fault that goes away by itself was a step of an
   * animation that had not begun when the page was asked; one that the reader gets stays.
   */
  const check = async (page: Page, name: string) => {
    await standsStill(page);
    let findings: Awaited<ReturnType<typeof findingsOf>> | undefined;
    const isGood = async () => {
      findings = await findingsOf(page);
      return Object.values(findings).every((list) => list.length === 0);
    };
    return until('the page is good', isGood, 3_000).then(
      () => [],
      () => [{ name, ...findings }],
    );
  };
  test('every page fits, reads and is translated', async () => {
    const visitor = await newVisit(manner);
    const { page } = visitor;
    const found = [];
    for (const { name, open } of pages(manner.width)) {
      await open(visitor);
      found.push(...(await check(page, name)));
    }
    await page.context().clearCookies();
    await page.goto('/login');
    await page.locator('#username').waitFor();
    found.push(...(await check(page, 'login')));
    expect(found).toEqual([]);
  });
});

test('Ctrl K finds the server, and Enter opens it', async () => {
  const { page } = await newVisit();
  await page.goto('/evaluations');
  await page.locator('.ant-table-row').first().waitFor();
  await page.keyboard.press('Control+k');
  await page.keyboard.type(os.hostname().slice(0, 8));
  await page.locator('.ant-select-item-option').filter({ hasText: os.hostname() }).first().waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.title-row h1').waitFor();
  expect(new URL(page.url()).pathname).toBe(serverPath);
  expect(await textOf(page.locator('.title-row h1'))).toBe(os.hostname());
});

test.each([
  { name: 'docked', width: 1440 },
  { name: 'over the page', width: 1024 },
])('Escape leads out of the drill-down step by step, $name', async ({ width }) => {
  const { page } = await newVisit({ ...plain, width });
  await page.goto(evaluationPath);
  await page.locator('[data-indicator]').first().press('Enter');
  await page.locator('.interval-table').getByRole('link').first().press('Enter');
  await page.locator('.raw-samples').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('.interval-table .ant-table-row').first().waitFor();
  expect(page.url()).toBe(`${product.url}${indicatorPath}`);
  await page.keyboard.press('Escape');
  await page.locator('.drill-down').waitFor({ state: 'detached' });
  expect(page.url()).toBe(`${product.url}${evaluationPath}`);
});

test.each([
  { name: 'docked', width: 1440 },
  { name: 'over the page', width: 1024 },
])('who leaves the drill-down stands on the indicator again, $name', async ({ width }) => {
  const { page } = await newVisit({ ...plain, width });
  await page.goto(evaluationPath);
  await page.locator('[data-indicator]').last().press('Enter');
  await page.locator('.interval-table').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('.drill-down').waitFor({ state: 'detached' });
  await page.locator('tr:last-child [data-indicator]:focus').waitFor();
});

test.each(['light', 'dark'] as const)('the focus is seen wherever Tab leads, %s', async (mode) => {
  const { page } = await newVisit({ ...plain, mode });
  const found: string[] = [];
  for (const path of ['/', serverPath, evaluationPath]) {
    await page.goto(path);
    await page.locator('main .panel').first().waitFor();
    await standsStill(page);
    found.push(...(await stopsWithoutFocusMark(page, 22)));
  }
  expect(found).toEqual([]);
});
