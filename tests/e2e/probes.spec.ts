import type { Browser } from 'playwright-core';
import { logIn, openBrowser, visit } from '../support/browser.js';
import { adminPassword, Product } from '../support/browser-product.js';
import { textOf } from '../support/browser-text.js';
import { ProbeTargets } from '../support/probe-targets.js';
import { until } from '../support/until.js';

let browser: Browser;
let product: Product;
let targets: ProbeTargets;

beforeAll(async () => {
  browser = await openBrowser();
  targets = await ProbeTargets.start();
  product = await Product.start({ OPSGAUGE_LOCAL_AGENT: 'off' });
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
  await targets?.stop();
});

test('a probe is tried, added, seen up, opened and deleted, also on a phone', async () => {
  const { page, context, trouble } = await visit(browser, { url: product.url });
  await page.goto('/');
  await logIn(page, adminPassword);
  await page.getByRole('link', { name: '拨测', exact: true }).click();
  await page.getByText('还没有拨测').waitFor();

  await page.getByRole('button', { name: '添加拨测' }).click();
  const drawer = page.locator('.ant-drawer-section, .ant-drawer-content').last();
  await page.getByLabel('名称').fill('门户首页');
  await page.getByLabel('网址').fill(`${targets.http}/broken`);
  await page.getByRole('button', { name: '立即拨测' }).click();
  await page.locator('[data-outcome=status_wrong]').waitFor();
  expect(await textOf(drawer)).toContain('状态码不符 · HTTP 500');
  await page.getByLabel('网址').fill(`${targets.http}/switched`);
  await page.getByRole('button', { name: '立即拨测' }).click();
  await page.locator('[data-outcome=ok]').waitFor();
  await page.getByRole('button', { name: '保存' }).click();

  const row = page.locator('tr.ant-table-row', { hasText: '门户首页' });
  await row.waitFor();
  await until('the page is up', async () => (await textOf(row)).includes('正常'));
  expect(await textOf(row)).toMatch(/\d ms/);

  await row.getByRole('link', { name: '门户首页' }).click();
  await page.locator('.time-chart canvas').waitFor();
  await page.getByText('该时段内没有失败').waitFor();
  await page.getByText('30 天', { exact: true }).click();
  await page.locator('.time-chart canvas').waitFor();

  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/probes');
  await page.getByText('门户首页').waitFor();
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(390);
  await page.getByRole('button', { name: '删除', exact: true }).click();
  await page.locator('.ant-modal-confirm').getByRole('button', { name: '删除' }).click();
  await page.getByText('还没有拨测').waitFor();
  await context.close();
  expect(trouble.found()).toEqual([]);
});
