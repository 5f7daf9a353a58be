import type { Page } from 'playwright-core';

/** One thing that reached the browser, and where it came from. */
export interface Received {
  readonly from: string;
  readonly text: string;
}

/** Everything that reaches a page: answers to its requests, frames of its socket, and what it makes of them. */
export class PageRecorder {
  private readonly received: Received[] = [];
  private readonly pending = new Set<Promise<void>>();

  /** @param page before it opens anything */
  constructor(private readonly page: Page) {
    page.on('response', (response) => {
      const { pathname } = new URL(response.url());
      if (!pathname.startsWith('/api/')) return;
      // A page that leaves takes the body of an answer with it; it has not reached anybody then.
      const reading = response.text().then(
        (text) => this.keep(`answer to ${response.request().method()} ${response.url()}`, text),
        () => {},
      );
      this.pending.add(reading);
      void reading.then(() => this.pending.delete(reading));
    });
    page.on('websocket', (socket) =>
      socket.on('framereceived', ({ payload }) => this.keep(`frame of ${socket.url()}`, String(payload))),
    );
  }

  /** Keeps the document as it stands: texts, attributes, and what stands in fields. */
  async keepDocument(): Promise<void> {
    const text = await this.page.evaluate(() => {
      const fields = [...document.querySelectorAll<HTMLInputElement>('input, textarea')];
      return [document.title, document.documentElement.outerHTML, ...fields.map(({ value }) => value)].join(
        '\n',
      );
    });
    this.keep(`document ${this.page.url()}`, text);
  }

  /** All that was received so far. */
  async all(): Promise<readonly Received[]> {
    await Promise.all(this.pending);
    return this.received;
  }

  private keep(from: string, text: string): void {
    this.received.push({ from, text });
  }
}
