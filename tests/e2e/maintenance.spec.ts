import type { Browser } from 'playwright-core';
import type { MaintenanceWindow, Role } from '../../libs/contract/src/index.js';
import { choose } from '../support/browser-select.js';
import { logIn, openBrowser, visit } from '../support/browser.js';
import { Product } from '../support/browser-product.js';
import { Side, sidePassword } from '../support/browser-side.js';
import { until } from '../support/until.js';

let product: Product;
let browser: Browser;
let side: Side;

beforeAll(async () => {
  product = await Product.start({ OPSGAUGE_LOCAL_AGENT: 'off' });
  browser = await openBrowser();
  side = await Side.create(product, 'Alder');
  await side.report();
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

async function enter(role: Role, path: string) {
  const { page, context, trouble } = await visit(browser, { url: product.url });
  await page.goto(path);
  await logIn(page, sidePassword, side.usernameOf(role));
  return { page, context, trouble };
}
const windows = async () =>
  (await product.api.send<{ items: MaintenanceWindow[] }>('GET', '/api/v1/maintenance-windows')).items;

test('a vendor asks for maintenance afterwards, and the owner approves it', async () => {
  const vendor = await enter('operator', '/inventory/maintenance');
  await vendor.page.getByRole('button', { name: '申请维护时间' }).click();
  const form = vendor.page.getByRole('dialog');
  await form.getByText('服务器', { exact: true }).click();
  await choose(form.locator('#targetId'), 'Alder-server');
  await form.locator('#reason').fill('更换电源');
  await form.getByRole('button', { name: '保存' }).click();
  await vendor.page.getByText('待批准', { exact: true }).waitFor();

  const owner = await enter('owner', '/inventory/maintenance');
  await owner.page.getByRole('button', { name: '审批' }).click();
  const decision = owner.page.getByRole('dialog');
  await decision.getByText('更换电源').waitFor();
  await decision.getByText('不予批准', { exact: true }).click();
  await decision.getByRole('button', { name: '保存' }).click();
  await decision.getByText('不予批准须说明理由').waitFor();
  await decision.getByText('批准', { exact: true }).first().click();
  await decision.getByRole('button', { name: '保存' }).click();
  await until('it is approved', async () =>
    (await windows()).some(({ state, request }) => state === 'approved' && request !== null),
  );
  // The vendor's page, open all the while, says so too.
  await vendor.page.getByText(/Alder owner 于 .* 批准/).waitFor();
  expect([...vendor.trouble.found(), ...owner.trouble.found()]).toEqual([]);
  await vendor.context.close();
  await owner.context.close();
});

test('the owner enters maintenance that recurs, sees what it comes to, and calls one off', async () => {
  const { page, context, trouble } = await enter('owner', '/inventory/maintenance');
  await page.getByRole('button', { name: '添加维护窗口' }).click();
  const form = page.getByRole('dialog');
  await choose(form.locator('#targetId'), 'Alder system');
  await form.getByText('重复', { exact: true }).last().click();
  await form.locator('#recurrence_count').fill('6');
  await form.getByText(/共 6 次/).waitFor();
  expect(await form.locator('.recurrence-preview li').count()).toBe(5);
  await form.locator('#reason').fill('每周例行维护');
  await form.getByRole('button', { name: '保存' }).click();
  await page.getByText(/每周，周., 共 6 次|每周，周.，共 6 次/).waitFor();

  const before = (await windows()).find(({ recurrence }) => recurrence !== null)!;
  await page.getByRole('button', { name: '各次时间' }).click();
  await page.getByRole('button', { name: '取消这一次' }).first().click();
  await page.locator('.ant-modal-confirm').getByRole('button', { name: '取消这一次' }).click();
  await until('the first is called off', async () => {
    const after = (await windows()).find(({ id }) => id === before.id)!;
    return after.occurrences[0]!.from === before.occurrences[1]!.from;
  });

  // The system's page lists what is left, and opens from the list of systems.
  await page.goto('/inventory/systems');
  await page.getByRole('link', { name: 'Alder system' }).click();
  await page.waitForURL(`**/systems/${side.systemId}`);
  await page.getByRole('heading', { name: 'Alder system' }).waitFor();
  await page.locator('.calendar-month').first().waitFor();
  expect(await page.locator('.calendar-month').count()).toBe(12);
  await page.getByText('每周例行维护').first().waitFor();
  await page.locator('.calendar-month li button').last().click();
  await page.getByRole('columnheader', { name: '状态与依据' }).waitFor();
  expect(trouble.found()).toEqual([]);
  await context.close();
});
