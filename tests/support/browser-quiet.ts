import type { Page, Request } from 'playwright-core';
import { until } from './until.js';

/** Knows when a page has come to rest, by what it does and not by how long it has been silent. */
export class PageQuiet {
  private readonly underWay = new Set<Request>();
  private started = 0;

  /** @param page before it opens anything */
  constructor(private readonly page: Page) {
    page.on('request', (request) => {
      // What the document before had asked for has left with it.
      if (request.isNavigationRequest() && request.frame() === page.mainFrame()) this.underWay.clear();
      this.underWay.add(request);
      this.started += 1;
    });
    const isOver = (request: Request) => this.underWay.delete(request);
    page.on('requestfinished', isOver);
    page.on('requestfailed', isOver);
  }

  /**
   * Waits until the page stands complete: no placeholder, its socket tried, nothing asked for on the way, and nothing
   * left to do that could ask for more.
   */
  async wait(): Promise<void> {
    await until('the page is quiet', async () => {
      const started = this.started;
      const isComplete = await this.page.evaluate(async () => {
        // Two frames show what has arrived, the idle time is what effects and timers of it leave.
        await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
        await new Promise((idle) => requestIdleCallback(idle));
        return (
          Boolean(document.querySelector('main, #username')) &&
          !document.querySelector('.skeleton-row, .ant-spin-spinning, .live.is-connecting')
        );
      });
      return isComplete && this.underWay.size === 0 && this.started === started;
    });
  }
}
