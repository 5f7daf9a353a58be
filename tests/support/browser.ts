import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { PageQuiet } from './browser-quiet.js';
import { watchTrouble, type Trouble } from './browser-trouble.js';

interface PreparedBrowser {
  executablePath: string;
  libraries: string | null;
  fontConfiguration: string;
}

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A wait inside a page ends well before jest's own limit, so that it can say what it waited for. */
const waitMs = 30_000;

/** Starts the browser that the project's global setup made ready. Close it in `afterAll`. */
export function openBrowser(): Promise<Browser> {
  const prepared = process.env['OPSGAUGE_TEST_BROWSER'];
  if (!prepared) throw new Error('tests with a browser belong to the jest project with the browser setup');
  const { executablePath, libraries, fontConfiguration } = JSON.parse(prepared) as PreparedBrowser;
  return chromium.launch({
    executablePath,
    args: flags,
    env: {
      ...ownEnvironment(),
      FONTCONFIG_FILE: fontConfiguration,
      ...(libraries ? { LD_LIBRARY_PATH: libraries } : {}),
    },
  });
}

/** A folder in FONTCONFIG_PATH would bring fonts that another machine has not. */
const ownEnvironment = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      value === undefined || name === 'FONTCONFIG_PATH' ? [] : [[name, value] as const],
    ),
  );

export interface Visit {
  context: BrowserContext;
  page: Page;
  trouble: Trouble;
  quiet: PageQuiet;
}

export interface VisitOptions {
  width?: number;
  height?: number;
  /** Of the hub, so that pages are opened by their path. */
  url: string;
  /** Who is logged in already and what they chose; from `context.storageState()`. */
  storageState?: Awaited<ReturnType<BrowserContext['storageState']>>;
}

/** A visitor with an empty profile, speaking Chinese, on the organisation's clock. */
export async function visit(
  browser: Browser,
  { url, width = 1440, height = 900, storageState }: VisitOptions,
): Promise<Visit> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width, height },
    locale: 'zh-CN',
    timezoneId: 'UTC',
    colorScheme: 'light',
    acceptDownloads: true,
    ...(storageState ? { storageState } : {}),
  });
  context.setDefaultTimeout(waitMs);
  const page = await context.newPage();
  return { context, page, trouble: watchTrouble(page), quiet: new PageQuiet(page) };
}

/** Logs in by the form and waits for the page that follows. */
export async function logIn(page: Page, password: string, username = 'admin'): Promise<void> {
  await page.locator('#username').fill(username);
  await page.locator('#password').fill(password);
  await page.locator('button[type=submit]').click();
  await page.locator('main#content').waitFor();
}

/**
 * Goes to another page of the product as its own links and the browser's Back do: without loading the product again.
 * What stood open over a page of the same route stays open.
 *
 * @param path with its search, of a page of the product
 */
export async function follow({ page, quiet }: Pick<Visit, 'page' | 'quiet'>, path: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, path);
  await quiet.wait();
}
