import type { Locator } from 'playwright-core';
import { until } from './until.js';

/**
 * Chooses from a list of a form, as a person does: looks whether the form shows it, and tries again where it does not.
 * A drawer that has just slid in takes the focus, which closes a list that was opened before.
 *
 * @param field the input of the list
 * @param option what the line of the list says, or part of it
 */
export async function choose(field: Locator, option: string): Promise<void> {
  const page = field.page();
  const select = field.locator('xpath=ancestor::*[contains(concat(" ", @class, " "), " ant-select ")][1]');
  const line = page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: option });
  await until(`${option} is chosen`, async () => {
    if (((await select.textContent()) ?? '').includes(option)) return true;
    if (!(await line.isVisible())) await field.click({ timeout: 2000 });
    await line.click({ timeout: 2000 });
    return false;
  });
}
