import type { Browser, Page } from 'playwright-core';
import { choose } from '../support/browser-select.js';
import { logIn, openBrowser, visit } from '../support/browser.js';
import { adminPassword, Product } from '../support/browser-product.js';
import { WebhookReceiver } from '../support/message-receivers.js';
import { textOf } from '../support/browser-text.js';
import { until } from '../support/until.js';

let browser: Browser;
let product: Product;
let webhooks: WebhookReceiver;

beforeAll(async () => {
  browser = await openBrowser();
  webhooks = await WebhookReceiver.start();
  product = await Product.start({ OPSGAUGE_LOCAL_AGENT: 'off' });
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
  await webhooks?.goAway();
});

/** The page of notifications, as the administrator sees it. */
async function withPage(look: (page: Page) => Promise<void>): Promise<void> {
  const { page, context, trouble } = await visit(browser, { url: product.url });
  await page.goto('/');
  await logIn(page, adminPassword);
  await page.getByRole('link', { name: '通知', exact: true }).click();
  await look(page);
  await context.close();
  expect(trouble.found()).toEqual([]);
}

test('a channel is added, tried, and says what became of it', () =>
  withPage(async (page) => {
    webhooks.answers['/wecom'] = { body: '{"errcode":93000,"errmsg":"invalid webhook url"}' };
    await page.getByRole('button', { name: '添加渠道' }).click();
    await page.getByLabel('名称').fill('门户网站运维群');
    await page.getByLabel('Webhook 地址').fill(webhooks.url('/wecom?key=very-secret'));
    await page.getByRole('button', { name: '保存' }).click();
    const row = page.locator('tr.ant-table-row', { hasText: '门户网站运维群' });
    await row.waitFor();
    expect(await textOf(row)).not.toContain('very-secret');
    await row.getByRole('button', { name: '发送测试' }).click();
    await row.locator('[data-trial=failed]').waitFor();
    expect(await textOf(row)).toContain('对方拒收');
    webhooks.answers['/wecom'] = { body: '{"errcode":0,"errmsg":"ok"}' };
    await row.getByRole('button', { name: '发送测试' }).click();
    await row.locator('[data-trial=taken]').waitFor();
    expect(webhooks.taken.at(-1)!.body).toContain('【运衡】测试消息');
  }));

test('who hears what is said, and who is on duty', () =>
  withPage(async (page) => {
    await product.api.send('POST', '/api/v1/projects', {
      name: '门户项目',
      ownerOrganizationId: null,
      evaluatorOrganizationId: null,
    });
    await page.getByRole('tab', { name: '通知对象' }).click();
    await page.getByRole('button', { name: '添加通知对象' }).click();
    await page.locator('.ant-select', { hasText: '当班人员' }).waitFor();
    await choose(page.getByLabel('接收方', { exact: true }), '门户网站运维群');
    expect(await textOf(page.locator('.notice-kinds'))).toContain('用时达一半、到限时各一次');
    await page.getByRole('button', { name: '保存' }).click();
    await page.locator('tr.ant-table-row', { hasText: '全部系统' }).waitFor();
    await page.getByRole('tab', { name: '值班表' }).click();
    await page.getByRole('button', { name: '登记值班' }).click();
    await page.getByLabel('值班人员').fill('张三');
    await choose(page.getByLabel('系统或项目', { exact: true }), '门户项目');
    await page.getByRole('button', { name: '保存' }).click();
    await page.locator('.roster-shift', { hasText: '张三' }).waitFor();
    expect(await textOf(page.locator('.roster-shift'))).toContain('08:30–17:30');
    await page.getByRole('button', { name: '下一周' }).click();
    await page.getByRole('button', { name: '沿用上周' }).click();
    await page.locator('.ant-popconfirm').getByRole('button', { name: '沿用上周' }).click();
    await page.locator('.roster-shift', { hasText: '张三' }).waitFor();
    await page.getByRole('button', { name: '沿用上周' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '本周' }).click();
    await page.locator('.roster-shift').click();
    await page.getByRole('button', { name: '删除' }).click();
    await page.locator('.ant-modal-confirm').getByRole('button', { name: '删除' }).click();
    await until('the shift is gone', async () => (await page.locator('.roster-shift').count()) === 0);
  }));

test('a message that waits says when it goes out and why, and one that was sent opens to its text', () =>
  withPage(async (page) => {
    const { items } = await product.api.send<{ items: { id: string }[] }>('GET', '/api/v1/projects');
    const system = await product.api.send<{ id: string }>('POST', '/api/v1/systems', {
      projectId: items[0]!.id,
      name: '门户网站',
      shortName: '门户',
    });
    const fault = await product.api.send<{ id: string; number: string }>('POST', '/api/v1/faults', {
      systemId: system.id,
      serverId: null,
      text: '首页打不开',
      severity: 'serious',
      startAt: new Date().toISOString(),
    });
    const deliveries = `/api/v1/notification-deliveries?faultId=${fault.id}`;
    await until('a notice waits', async () => {
      const { waiting } = await product.api.send<{ waiting: unknown[] }>('GET', deliveries);
      return waiting.length === 1;
    });
    await page.goto(`/faults/${fault.id}`);
    await page.locator('.fault-messages').getByText('15 秒内的通知合并发送').waitFor();
    await page.goto('/notifications/deliveries');
    const row = page.locator('tr.ant-table-row', { hasText: '首页打不开' });
    await row.waitFor({ timeout: 60_000 });
    await row.click();
    const drawer = page.locator('.ant-drawer-open');
    await drawer.getByText(`故障编号：${fault.number}`).waitFor();
    expect(await textOf(drawer)).toContain('门户网站运维群');
  }));
