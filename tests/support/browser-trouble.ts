import type { Page } from 'playwright-core';

/** What went wrong in a page: errors on its console, errors nobody caught, requests that failed. */
export interface Trouble {
  /** One line for each, without those that were expected. */
  found: () => string[];
  /**
   * What a test brings about itself, such as a hub that is killed, is no trouble while `action` runs. Everything
   * else still is.
   */
  expecting: <T>(expected: RegExp, action: () => Promise<T>) => Promise<T>;
}

/** A page that leaves, or a download that takes a request over, cancels what is under way; nothing has failed then. */
const cancelled = 'net::ERR_ABORTED';

export function watchTrouble(page: Page): Trouble {
  const lines: string[] = [];
  const expectations = new Set<RegExp>();
  const note = (line: string) => {
    if (![...expectations].some((expected) => expected.test(line))) lines.push(line);
  };
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      note(`console ${message.type()}: ${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => note(`page error: ${error.stack ?? error.message}`));
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? 'unknown';
    if (reason !== cancelled) note(`request failed: ${request.method()} ${request.url()} ${reason}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400)
      note(`answered ${response.status()}: ${response.request().method()} ${response.url()}`);
  });
  return {
    found: () => lines,
    async expecting(expected, action) {
      expectations.add(expected);
      try {
        return await action();
      } finally {
        expectations.delete(expected);
      }
    },
  };
}
