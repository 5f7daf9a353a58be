import type { Browser, Page } from 'playwright-core';
import type { Account, InvitationResponse, Role } from '../../libs/contract/src/index.js';
import { follow, logIn, openBrowser, visit } from '../support/browser.js';
import { Product } from '../support/browser-product.js';
import { PageRecorder, type Received } from '../support/browser-recorder.js';
import { Side, sidePassword } from '../support/browser-side.js';
import { until } from '../support/until.js';

let product: Product;
let browser: Browser;
let alder: Side;
let birch: Side;

beforeAll(async () => {
  product = await Product.start({ OPSGAUGE_LOCAL_AGENT: 'off' });
  browser = await openBrowser();
  alder = await Side.create(product, 'Alder');
  birch = await Side.create(product, 'Birch');
  for (const side of [alder, birch]) await side.report();
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

/** A person of a side, logged in, on the overview. */
async function enter(side: Side, role: Role) {
  const visitor = await visit(browser, { url: product.url });
  const { page } = visitor;
  const recorder = new PageRecorder(page);
  await page.goto('/');
  await logIn(page, sidePassword, side.usernameOf(role));
  return { ...visitor, recorder };
}

type Visitor = Awaited<ReturnType<typeof enter>>;

/** Opens a page by its address, and keeps what stands there. */
async function open({ page, recorder, quiet }: Visitor, path: string): Promise<void> {
  await page.goto(path);
  // Pages open while figures are still on their way; what is judged is what they come to.
  await quiet.wait();
  await recorder.keepDocument();
}

/** Keeps what stands on the page, and tells which of the hub's pages it leads to. */
async function keep({ page, recorder }: Visitor): Promise<string[]> {
  await recorder.keepDocument();
  return page
    .locator('a[href^="/"]')
    .evaluateAll((links) =>
      links.map((link) => link.getAttribute('href')!).filter((href) => !href.startsWith('/api/')),
    );
}

/** Every page that a page leads to, from the overview on, each with its searches and sections. */
async function walk(visitor: Visitor): Promise<Set<string>> {
  const seen = new Set<string>();
  const waiting = ['/', '/?view=cards', '/personal', '/accounts', '/audit', '/backups', '/no/such/page'];
  for (const section of ['projects', 'systems', 'contracts', 'servers', 'organizations', 'maintenance']) {
    waiting.push(`/inventory/${section}`);
  }
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    await follow(visitor, path);
    waiting.push(...(await keep(visitor)));
  }
  return seen;
}

/** What the search of the top bar offers for a text, once it has something to say. */
async function search(page: Page, text: string): Promise<string> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type(text);
  const list = page.locator('.ant-select-dropdown:visible');
  const words = list.locator('.search-option b, .muted').filter({ hasNotText: '正在搜索' });
  await words.first().waitFor();
  return list.innerText();
}

/** Where something of a side turns up, each with the name or id that does. */
const tracesOf = (received: readonly Received[], side: Side) => {
  const pattern = new RegExp([side.word, ...side.ids].join('|'), 'i');
  return received.flatMap(({ from, text }) => {
    const found = pattern.exec(text)?.[0];
    return found ? [{ from, found }] : [];
  });
};

const people: [Role, () => Side, () => Side][] = [
  ['lead', () => alder, () => birch],
  ['operator', () => birch, () => alder],
  ['owner', () => alder, () => birch],
];

test.each(people)('%s sees nothing of the other organization anywhere', async (role, ownSide, otherSide) => {
  const [own, other] = [ownSide(), otherSide()];
  const visitor = await enter(own, role);
  const { page, context, recorder } = visitor;

  const seen = await walk(visitor);
  expect([...seen]).toEqual(
    expect.arrayContaining([
      '/',
      `/servers/${own.serverId}`,
      '/evaluations',
      `/evaluations/${own.evaluationId}`,
    ]),
  );
  await open(visitor, '/');
  await until('the search finds its own', async () =>
    (await search(page, own.word)).includes(`${own.word} system`),
  );
  await recorder.keepDocument();

  // Open overviews of both sides, while both report and are renamed.
  const neighbour = await enter(other, 'operator');
  await page.goto('/');
  for (const one of [page, neighbour.page]) await one.getByText('实时', { exact: true }).waitFor();
  const before = [(await recorder.all()).length, (await neighbour.recorder.all()).length] as const;
  for (const side of [other, own]) {
    await side.report();
    await product.api.send('PATCH', `/api/v1/servers/${side.serverId}`, { name: `${side.word}-of-${role}` });
  }
  await page.getByText(`${own.word}-of-${role}`).first().waitFor();
  // What a page is told of its own comes no sooner than what it would be told of the other's.
  const isTold = async (of: PageRecorder, side: Side, since: number) =>
    tracesOf((await of.all()).slice(since), side).some(({ from }) => from.startsWith('frame '));
  await until('the live sample of its own', () => isTold(recorder, own, before[0]));
  await until("the live sample of the other's", () => isTold(neighbour.recorder, other, before[1]));
  await recorder.keepDocument();
  const found = tracesOf(await recorder.all(), own);
  for (const kind of ['answer ', 'frame ', 'document ']) {
    expect([kind, found.some(({ from }) => from.startsWith(kind))]).toEqual([kind, true]);
  }
  expect(tracesOf(await recorder.all(), other)).toEqual([]);
  expect(tracesOf(await neighbour.recorder.all(), own)).toEqual([]);
  await context.close();
  await neighbour.context.close();
});

test.each(people)(
  '%s who asks for the other organization finds no more than its own words',
  async (role, ownSide, otherSide) => {
    const [own, other] = [ownSide(), otherSide()];
    const visitor = await enter(own, role);
    const { page, context, recorder, quiet } = visitor;
    for (const path of [
      `/servers/${other.serverId}`,
      `/evaluations/${other.evaluationId}`,
      `/evaluations/${other.evaluationId}?indicator=system-availability`,
      `/inventory/systems/${other.systemId}`,
    ]) {
      await open(visitor, path);
    }
    // By name only: the ids stand in the addresses that were asked for.
    expect(tracesOf(await recorder.all(), { ...other, ids: [] } as unknown as Side)).toEqual([]);
    await open(visitor, '/');
    await until('the search finds its own', async () =>
      (await search(page, own.word)).includes(`${own.word} system`),
    );
    expect(await search(page, other.word)).toBe('没有匹配的结果');
    await page.goto(`/?q=${other.word}`);
    await quiet.wait();
    expect(await page.getByText(`${other.word}-`).count()).toBe(0);
    await context.close();
  },
);

test('whoever has only the link learns the user name, and finds it in the login', async () => {
  const account = await product.api.send<Account>('POST', '/api/v1/accounts', {
    username: 'wang.min',
    displayName: '王敏',
    role: 'evaluator',
    organizationId: null,
  });
  const invitation = `/api/v1/accounts/${account.id}/invitation`;
  const { token } = await product.api.send<InvitationResponse>('POST', invitation, {});
  const { page, context } = await visit(browser, { url: product.url });
  await page.goto(`/invitation#${token}`);
  await page.getByText('王敏，请为您的账号设置密码。').waitFor();
  expect(await page.getByLabel('用户名').inputValue()).toBe('wang.min');
  for (const label of ['新密码', '再次输入新密码']) {
    await page.getByLabel(label, { exact: true }).fill(sidePassword);
  }
  await page.getByRole('button', { name: '设置密码' }).click();
  await page.getByText('请用用户名 wang.min 登录').waitFor();
  await page.getByRole('button', { name: '去登录' }).click();
  await page.getByLabel('密码', { exact: true }).fill(sidePassword);
  expect(await page.getByLabel('用户名').inputValue()).toBe('wang.min');
  await page.locator('button[type=submit]').click();
  await page.locator('main#content').waitFor();

  const late = await visit(browser, { url: product.url });
  await late.page.goto(`/invitation#${token}`);
  await late.page.getByRole('alert').waitFor();
  expect(await late.page.getByLabel('用户名').count()).toBe(0);
  await Promise.all([context.close(), late.context.close()]);
});
