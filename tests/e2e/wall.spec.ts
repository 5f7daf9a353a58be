import type { Browser } from 'playwright-core';
import type { CreatedApiToken, System } from '../../libs/contract/src/index.js';
import { logIn, openBrowser, visit } from '../support/browser.js';
import { looksOf } from '../support/browser-looks.js';
import { adminPassword, Product } from '../support/browser-product.js';
import { Side } from '../support/browser-side.js';

let product: Product;
let browser: Browser;
let side: Side;

beforeAll(async () => {
  product = await Product.start({ OPSGAUGE_LOCAL_AGENT: 'off' });
  browser = await openBrowser();
  side = await Side.create(product, 'Alder');
  await side.report();
  await product.api.send('POST', '/api/v1/faults', {
    systemId: side.systemId,
    serverId: side.serverId,
    text: '页面打不开',
    severity: 'serious',
    startAt: new Date().toISOString(),
  });
  const hours = (count: number) => new Date(Date.now() + count * 3_600_000).toISOString();
  for (const [personName, from, to] of [
    ['周建明', -1, 2],
    ['陈立', 2, 4],
  ] as const)
    await product.api.send('POST', '/api/v1/notification-duty-shifts', {
      target: { kind: 'system', systemId: side.systemId },
      personName,
      phone: '13800138000',
      mailAddress: null,
      channelId: null,
      language: 'zh-CN',
      from: hours(from),
      to: hours(to),
    });
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

/** A display opened by a token of the administrator's, which reads only. */
async function openByToken(width: number, height: number) {
  const login = await visit(browser, { url: product.url });
  await login.page.goto('/');
  await logIn(login.page, adminPassword);
  const created = await login.page.evaluate(async () => {
    const body = JSON.stringify({ name: '大屏', canWrite: false, expiresInDays: 366 });
    const headers = { 'content-type': 'application/json' };
    return (await fetch('/api/v1/session/tokens', { method: 'POST', headers, body })).json() as unknown;
  });
  await login.context.close();
  const { id, token } = created as CreatedApiToken;
  const display = await visit(browser, { url: product.url, width, height });
  await display.page.clock.install();
  await display.page.goto(`/wall#token=${token}`);
  return { ...display, id };
}

test.each([
  [1920, 1080],
  [3840, 2160],
])('a display of %i × %i shows everything, by a token that no login outlives', async (width, height) => {
  const { page, context, trouble } = await openByToken(width, height);
  await page.getByRole('heading', { name: '信息系统运行监测' }).waitFor();
  const fault = page.locator('.wall-faults article');
  await fault.getByText('页面打不开').waitFor();
  await fault.getByText('响应剩余').waitFor();
  await page.locator('.wall-systems').getByText('Alder system').waitFor();
  await page.locator('.wall-days .day-bar').nth(29).waitFor();
  await page.locator('.wall-duty').getByText('周建明').waitFor();
  expect(await page.locator('.wall-duty').getByText('陈立').count()).toBe(0);
  await page.locator('.wall-fleet').getByText('近 1 小时 CPU 平均').waitFor();
  expect(await page.getByText('按本次登录显示').count()).toBe(0);
  expect(await looksOf(page)).toEqual({ wider: [], clipped: [], faint: [] });
  const smallest = await page.evaluate(() =>
    Math.min(
      ...[...document.querySelectorAll('.wall *')]
        .filter((one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()))
        .map((one) => Number.parseFloat(getComputedStyle(one).fontSize)),
    ),
  );
  expect(smallest).toBeGreaterThanOrEqual((14 * height) / 1080);
  expect(trouble.found()).toEqual([]);
  await context.close();
});

test('what changes stands there without a reload, and a token that is gone is said so', async () => {
  const { page, context, id, trouble } = await openByToken(1920, 1080);
  await page.locator('.wall-systems').getByText('Alder system').waitFor();
  const system = await product.api.send<System>('GET', `/api/v1/systems/${side.systemId}`);
  const { projectId, shortName } = system;
  await product.api.send('PATCH', `/api/v1/systems/${side.systemId}`, {
    projectId,
    shortName,
    name: 'Alder portal',
  });
  await page.clock.runFor(61_000);
  await page.locator('.wall-systems').getByText('Alder portal').waitFor();
  await trouble.expecting(/401/, async () => {
    const admin = await visit(browser, { url: product.url });
    await admin.page.goto('/');
    await logIn(admin.page, adminPassword);
    const status = await admin.page.evaluate(
      async (tokenId) => (await fetch(`/api/v1/session/tokens/${tokenId}`, { method: 'DELETE' })).status,
      id,
    );
    expect(status).toBe(204);
    await admin.context.close();
    await page.clock.runFor(61_000);
    await page.getByText('显示令牌无效或已过期').waitFor();
  });
  expect(trouble.found()).toEqual([]);
  await context.close();
});

test('without either it says what to do, and comes back after the login', async () => {
  const { page, context } = await visit(browser, { url: product.url, width: 1920, height: 1080 });
  await page.goto('/wall');
  await page.getByText('登录已结束').waitFor();
  await page.getByRole('link', { name: '去登录' }).click();
  await page.locator('#username').fill('admin');
  await page.locator('#password').fill(adminPassword);
  await page.locator('button[type=submit]').click();
  await page.getByText('按本次登录显示').waitFor();
  await context.close();
});
