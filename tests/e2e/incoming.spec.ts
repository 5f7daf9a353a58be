import type { Browser, Page } from 'playwright-core';
import { choose } from '../support/browser-select.js';
import { logIn, openBrowser, visit } from '../support/browser.js';
import { adminPassword, Product } from '../support/browser-product.js';
import { textOf } from '../support/browser-text.js';

let browser: Browser;
let product: Product;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  product = await Product.start({ OPSGAUGE_LOCAL_AGENT: 'off' });
  const { id: projectId } = await product.api.send<{ id: string }>('POST', '/api/v1/projects', {
    name: '政务云运维',
    ownerOrganizationId: null,
    evaluatorOrganizationId: null,
  });
  await product.api.send('POST', '/api/v1/systems', { projectId, name: '门户网站', shortName: '门户' });
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

const send = (token: string, alerts: object[]) =>
  fetch(new URL('/api/v1/incoming/alertmanager', product.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ version: '4', groupKey: '{}', alerts }),
  });
const firing = () => ({
  status: 'firing',
  labels: { alertname: 'InstanceDown', instance: 'switch-3:9100', severity: 'critical' },
  annotations: { summary: '三号交换机无法访问' },
  startsAt: new Date(Date.now() - 600_000).toISOString(),
  endsAt: '0001-01-01T00:00:00Z',
  fingerprint: '9f86d081',
});

/** What is shown once, with the token in it. */
async function addSource(kind: string, name: string): Promise<string> {
  await page.getByRole('button', { name: '添加来源' }).click();
  await page.locator('.ant-segmented-item', { hasText: kind }).click();
  await page.getByLabel('名称').fill(name);
  await page.getByRole('button', { name: '生成令牌' }).click();
  return textOf(page.locator('[data-one-time]').first());
}

test('a monitor is added, its unknown alert is given to a system, and becomes a fault', async () => {
  const { page: opened, context, trouble } = await visit(browser, { url: product.url });
  page = opened;
  await page.goto('/');
  await logIn(page, adminPassword);
  await page.getByRole('link', { name: '外部告警接入' }).click();
  await page.getByText('尚未接入其他监控').waitFor();

  const [, token] = /credentials: (ogm_\w+)/.exec(await addSource('Alertmanager', '机房一'))!;
  await page.getByRole('button', { name: '完成' }).click();
  expect((await send(token!, [])).status).toBe(400);
  expect((await send(token!, [firing()])).status).toBe(200);
  await page.reload();
  await page.getByText('三号交换机无法访问').waitFor();
  await page.getByRole('button', { name: '归属', exact: true }).click();
  await choose(page.locator('#choice'), '门户网站');
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByText('没有未归属的告警').waitFor();

  const zabbix = await addSource('Zabbix', '机房二');
  expect(zabbix).toMatch(/ogm_\w+/);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '下载媒介类型' }).click();
  expect((await download).suggestedFilename()).toBe('opsgauge-zabbix-media-type.yaml');
  await page.getByRole('button', { name: '完成' }).click();

  await page.locator('nav a[href="/faults"]').click();
  await page.getByText('三号交换机无法访问').first().waitFor();
  await context.close();
  expect(trouble.found()).toEqual([]);
});
