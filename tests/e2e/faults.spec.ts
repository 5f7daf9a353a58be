import type { Browser, Page } from 'playwright-core';
import type { FaultDetail, Role } from '../../libs/contract/src/index.js';
import { logIn, openBrowser, visit, type Visit } from '../support/browser.js';
import { Product } from '../support/browser-product.js';
import { choose } from '../support/browser-select.js';
import { Side, sidePassword } from '../support/browser-side.js';
import { textOf } from '../support/browser-text.js';
import { until } from '../support/until.js';

let product: Product;
let browser: Browser;
let side: Side;
/** The side's agent: a server that falls silent would be a fault of its own. */
let heart: NodeJS.Timeout;
const visits: Visit[] = [];

beforeAll(async () => {
  product = await Product.start({ OPSGAUGE_LOCAL_AGENT: 'off' });
  browser = await openBrowser();
  side = await Side.create(product, 'Cedar');
  await side.report();
  heart = setInterval(() => void side.report(), 5000);
});
afterAll(async () => {
  clearInterval(heart);
  await browser?.close();
  await product?.stop();
});
afterEach(async () => {
  const found = visits.flatMap(({ trouble }) => trouble.found());
  await Promise.all(visits.splice(0).map(({ context }) => context.close()));
  expect(found).toEqual([]);
});

/** Somebody of the side, on a page, with the socket open. */
async function enter(
  role: Role,
  path = '/faults',
  prepare: (page: Page) => Promise<void> = () => Promise.resolve(),
): Promise<Page> {
  const opened = await visit(browser, { url: product.url });
  visits.push(opened);
  const { page } = opened;
  await prepare(page);
  await page.goto(path);
  await logIn(page, sidePassword, side.usernameOf(role));
  await page.getByText('实时', { exact: true }).waitFor();
  return page;
}

const report = (text: string, minutesAgo = 0, severity = 'minor') =>
  product.api.send<FaultDetail>('POST', '/api/v1/faults', {
    systemId: side.systemId,
    serverId: side.serverId,
    text,
    severity,
    startAt: new Date(Date.now() - minutesAgo * 60_000).toISOString(),
  });
const act = (id: string, entry: object) =>
  product.api.send<FaultDetail>('POST', `/api/v1/faults/${id}/events`, entry);
const read = (id: string) => product.api.send<FaultDetail>('GET', `/api/v1/faults/${id}`);

const column = (page: Page, state: string) => page.locator(`[data-column="${state}"]`);
const card = (page: Page, state: string, number: string) =>
  column(page, state).locator(`[data-fault="${number}"]`);
const face = (page: Page, state: string, number: string, kind: 'response' | 'repair') =>
  card(page, state, number).locator(`[data-clock="${kind}"]`).getAttribute('data-face');
const figure = (page: Page, key: string) => page.locator(`[data-figure="${key}"] b`).innerText();
const submit = (page: Page) => page.locator('.ant-drawer-open .ant-drawer-footer .ant-btn-primary').click();

/** What the page's own thread has worked so far, in CPU seconds: what else the machine does is not in it. */
async function cpuSecondsOf(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration')!.value;
  };
}

test('a fault appears, is answered, suspended with the owner’s word, repaired and closed, without a reload', async () => {
  const operator = await enter('operator');
  const owner = await enter('owner');
  expect(await figure(operator, 'responseTimelyRate')).toBe('本期无故障');

  const { id, number } = await report('门户打不开', 5);
  for (const page of [operator, owner]) await card(page, 'open', number).waitFor();
  await until('the title tells it', async () => (await operator.title()).startsWith('(1) 故障 · '));
  expect(await face(operator, 'open', number, 'response')).toBe('running');
  expect(await card(owner, 'open', number).getByRole('button', { name: '立即响应' }).count()).toBe(0);
  const left = card(operator, 'open', number).locator('[data-clock="response"] .num');
  const before = await left.innerText();
  await until('the clock counts down', async () => (await left.innerText()) < before);

  await card(operator, 'open', number).getByRole('button', { name: '立即响应' }).click();
  for (const page of [operator, owner]) await card(page, 'responded', number).waitFor();
  expect(await face(owner, 'responded', number, 'response')).toBe('used');
  await until('the rate counts it', async () => (await figure(owner, 'responseTimelyRate')) === '100.00 %');
  expect(await figure(owner, 'repairTimelyRate')).toBe('未到期');

  await card(operator, 'responded', number).getByRole('link', { name: number }).click();
  await operator.getByRole('button', { name: '申请挂起' }).click();
  await operator.getByLabel('理由').fill('等待运营商割接');
  await submit(operator);
  await card(owner, 'responded', number).getByText('等待运营商割接').waitFor();
  expect((await read(id)).repair.state).toBe('running');
  await owner.getByRole('button', { name: '故障提醒 1', exact: true }).click();
  const asked = owner.locator('.bell-list a', { hasText: '申请挂起' });
  expect(await textOf(asked)).toContain(number);
  expect(await textOf(asked)).toContain('等待运营商割接');
  await owner.keyboard.press('Escape');
  expect(await operator.getByRole('button', { name: '故障提醒 0', exact: true }).count()).toBe(1);

  await card(owner, 'responded', number).getByRole('button', { name: '批准挂起' }).click();
  await submit(owner);
  await card(owner, 'suspended', number).waitFor();
  expect(await face(owner, 'suspended', number, 'repair')).toBe('paused');
  await operator.locator('[data-fault-state="suspended"]').first().waitFor();
  const paused = await read(id);
  expect(paused.repair).toMatchObject({ state: 'paused', deadlineAt: null });

  await operator.getByRole('button', { name: '恢复计时' }).click();
  await submit(operator);
  await operator.locator('[data-fault-state="responded"]').first().waitFor();
  await operator.getByRole('button', { name: '登记修复' }).click();
  await submit(operator);
  await card(owner, 'repaired', number).waitFor();
  await until('the repair counts', async () => (await figure(owner, 'repairTimelyRate')) === '100.00 %');

  await operator.getByRole('button', { name: '关闭故障' }).click();
  await operator.getByText('尚不满 60 分钟').waitFor();
  await choose(operator.getByLabel('根因', { exact: true }), '网络或链路故障');
  await submit(operator);
  await operator.locator('[data-event="close"]').waitFor();
  await until('the board is empty', async () => (await owner.locator('.fault-card').count()) === 0);
  await owner.locator('.fault-table').getByText(number).waitFor();

  const closed = await read(id);
  expect(closed.timeline.map(({ action }) => action)).toEqual([
    'report',
    'acknowledge',
    'requestSuspension',
    'approveSuspension',
    'resume',
    'repair',
    'close',
  ]);
  expect(closed).toMatchObject({ state: 'closed', rootCauseCode: 'network', response: { state: 'met' } });
  const suspendedMs = (action: string) =>
    Date.parse(closed.timeline.find((one) => one.action === action)!.at);
  const lasted = Date.parse(closed.recoveredAt!) - Date.parse(closed.startAt);
  expect(closed.repair.elapsedMs).toBe(lasted - (suspendedMs('resume') - suspendedMs('requestSuspension')));
  const shown = await operator.locator('.clocks-panel [data-clock="repair"] .value').innerText();
  expect(shown).toContain('用时 5分');
});

test('a form begins with the time at which it is opened, however long the page has been', async () => {
  const { id } = await report('长时间打开的页面', 1);
  await act(id, { action: 'acknowledge' });
  const page = await enter('operator', `/faults/${id}`, (fresh) => fresh.clock.install());
  await page.getByRole('button', { name: '申请挂起' }).click();
  await page.locator('.ant-drawer-open').getByRole('button', { name: '取消' }).click();
  await page.locator('.ant-drawer-open').waitFor({ state: 'detached' });
  await page.clock.setSystemTime(Date.now() + 3 * 3_600_000);
  await page.getByRole('button', { name: '登记修复' }).click();
  const shown = await page.getByLabel('修复时间').inputValue();
  expect(Date.parse(`${shown}+08:00`)).toBeGreaterThan(Date.now() + 2 * 3_600_000);
});

test('keys choose, answer and open; filters stay in the address and are kept as a view', async () => {
  const [first, second] = [await report('第一个', 1), await report('第二个', 2, 'serious')];
  const page = await enter('operator');
  await card(page, 'open', second.number).waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.locator(`.is-chosen[data-fault="${second.number}"]`).waitFor();
  await page.keyboard.press('r');
  await card(page, 'responded', second.number).waitFor();
  await page.keyboard.press('?');
  await page.getByText('键盘操作', { exact: true }).waitFor();
  await page.keyboard.press('Escape');
  await page.locator('.ant-modal').waitFor({ state: 'hidden' });

  await page.keyboard.press('/');
  await page.keyboard.type('第一个');
  await card(page, 'responded', second.number).waitFor({ state: 'detached' });
  await card(page, 'open', first.number).waitFor();
  expect(new URL(page.url()).searchParams.get('q')).toBe('第一个');
  await page.getByRole('button', { name: '我的视图' }).click();
  await page.getByLabel('视图名称').fill('只看第一个');
  await page.getByRole('button', { name: '保存当前筛选' }).click();
  await page.goto('/faults?view=list&state=all');
  await page.locator('.fault-table tbody').getByText(second.number).waitFor();
  await page.getByRole('button', { name: '我的视图' }).click();
  await page.getByRole('button', { name: '只看第一个', exact: true }).click();
  await card(page, 'open', first.number).waitFor();

  await page.locator('body').click({ position: { x: 5, y: 5 } });
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/faults/${first.id}`);
  await page.getByText('时间线', { exact: true }).waitFor();

  for (const text of [second.number, '第二个']) {
    await page.goto('/faults');
    await page.getByText('实时', { exact: true }).waitFor();
    await page.keyboard.press('Control+k');
    await page.keyboard.type(text);
    await page.locator('.ant-select-item-option').filter({ hasText: second.number }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/faults/${second.id}`);
  }
  for (const { id } of [first, second]) {
    await act(id, { action: 'requestExclusion', ground: 'test', note: 'a test' });
  }
});

test('a figure opens the faults of its month, and a fault its system and the samples around it', async () => {
  const { id, number } = await report('无法登录', 1);
  const page = await enter('owner');
  await page.locator('a[data-figure="meanRepairHours"]').press('Enter');
  await page.locator('.fault-table tbody').getByText(number).waitFor();
  const address = new URL(page.url()).searchParams;
  expect([address.get('view'), address.get('state')]).toEqual(['list', 'all']);
  expect(address.get('from')).toMatch(/-01$/);

  await page.goto(`/faults/${id}`);
  await page.getByText('由人工登记', { exact: false }).waitFor();
  await page.getByRole('link', { name: '查看前后 5 分钟的原始样本' }).click();
  await page.locator('.ant-drawer-open .raw-samples .ant-table-row').first().waitFor();
  expect(new URL(page.url()).searchParams.has('samples')).toBe(true);
  await page.keyboard.press('Escape');
  await page.waitForURL(`**/faults/${id}`);
  await page.locator('.fault-aside').getByRole('link', { name: 'Cedar system' }).first().click();
  await page.waitForURL(`**/systems/${side.systemId}`);
  await act(id, { action: 'requestExclusion', ground: 'test', note: 'a test' });
});

test('a fault is told by telephone, and a thousand at once leave the board usable', async () => {
  const page = await enter('lead');
  await page.getByRole('button', { name: '登记故障' }).click();
  await choose(page.getByLabel('系统', { exact: true }), 'Cedar system');
  await page.getByLabel('故障描述').fill('电话报障');
  await submit(page);
  await column(page, 'open').getByText('电话报障').waitFor();

  const wave = Array.from({ length: 1000 }, (_, index) => index);
  for (let at = 0; at < wave.length; at += 20) {
    await Promise.all(wave.slice(at, at + 20).map((index) => report(`链路中断 ${index}`)));
  }
  await until(
    'all are counted',
    async () => (await column(page, 'open').locator('h2 .num').innerText()).startsWith('10'),
    90_000,
  );
  expect(await column(page, 'open').locator('.fault-card').count()).toBe(50);
  const seconds = await cpuSecondsOf(page);
  const before = await seconds();
  await page.keyboard.press('j');
  await page.locator('.fault-card.is-chosen').waitFor();
  await column(page, 'open')
    .getByRole('button', { name: /其余 \d+ 条/ })
    .click();
  await until(
    'more are drawn',
    async () => (await column(page, 'open').locator('.fault-card').count()) === 100,
  );
  expect((await seconds()) - before).toBeLessThan(2);
});
