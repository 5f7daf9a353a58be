import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { logIn, openBrowser, visit } from '../support/browser.js';
import { adminPassword, Product } from '../support/browser-product.js';
import { textOf } from '../support/browser-text.js';
import { until } from '../support/until.js';

let browser: Browser;
let directory: string;

beforeAll(async () => {
  browser = await openBrowser();
  directory = fs.mkdtempSync(path.join(os.tmpdir(), 'opsgauge-e2e-backups-'));
});
afterAll(async () => {
  await browser?.close();
  fs.rmSync(directory, { recursive: true, force: true });
});

/** The page of a product of its own, as the administrator sees it. */
async function withPage(environment: Record<string, string>, look: (page: Page) => Promise<void>) {
  const product = await Product.start({ OPSGAUGE_LOCAL_AGENT: 'off', ...environment });
  try {
    const { page, context, trouble } = await visit(browser, { url: product.url });
    await page.goto('/');
    await logIn(page, adminPassword);
    await page.getByRole('link', { name: '平台备份' }).click();
    await page.locator('[data-condition]').waitFor();
    await look(page);
    await context.close();
    expect(trouble.found()).toEqual([]);
  } finally {
    await product.stop();
  }
}

test('an administrator backs up at once, and sees it come', () =>
  withPage({ OPSGAUGE_BACKUP_DIR: directory }, async (page) => {
    const rows = page.locator('.ant-table-tbody tr.ant-table-row');
    await until('the first backup, made at the start', async () => (await rows.count()) === 1);
    await page.getByRole('button', { name: '立即备份' }).click();
    await until('the second backup', async () => (await rows.count()) === 2);
    expect(await textOf(rows.first())).toContain('成功');
    expect(await page.locator('[data-condition]').getAttribute('data-condition')).toBe('good');
    expect(fs.readdirSync(directory)).toHaveLength(2);
    await page.getByRole('link', { name: '审计日志' }).click();
    await page.getByText('平台备份 · 发起').waitFor();
  }));

test('one that cannot be made is a warning, with the reason', () => {
  const file = path.join(directory, 'a-file');
  fs.writeFileSync(file, '');
  return withPage({ OPSGAUGE_BACKUP_DIR: path.join(file, 'below') }, async (page) => {
    await page.locator('[data-condition=none][role=alert], [data-condition=none] [role=alert]').waitFor();
    expect(await textOf(page.locator('.backup-place').first())).toContain(
      'a part of the path is not a folder',
    );
  });
});

test('without a folder the page says which setting is missing, and offers no backup', () =>
  withPage({}, async (page) => {
    expect(await textOf(page.locator('[data-condition=off]'))).toContain('OPSGAUGE_BACKUP_DIR=');
    expect(await page.getByRole('button', { name: '立即备份' }).isDisabled()).toBe(true);
  }));
