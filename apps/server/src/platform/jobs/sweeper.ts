const longestMs = 60_000;
const shortestMs = 1000;
const afterErrorMs = 5000;

/**
 * Looks for work that waits: when it is told of some, when the next is due, and once a minute for what another process
 * left behind.
 */
export class Sweeper {
  private timer: NodeJS.Timeout | undefined;
  private sweeping: Promise<void> | undefined;
  private isAskedAgain = false;
  private isStopped = true;
  private hasFailed = false;

  /**
   * @param look begins what is due, and says in how many milliseconds to look again at the latest; null: nothing waits
   * @param onError is told of the first failure of a row
   */
  constructor(
    private readonly look: () => Promise<number | null>,
    private readonly onError: (error: Error) => void,
  ) {}

  start(): void {
    this.isStopped = false;
    this.wake();
  }

  /** Looks at once; where it is looking, once more. */
  wake(): void {
    if (this.isStopped) return;
    if (this.sweeping) {
      this.isAskedAgain = true;
      return;
    }
    clearTimeout(this.timer);
    this.sweeping = this.sweep().then((nextMs) => {
      this.sweeping = undefined;
      if (this.isAskedAgain) {
        this.isAskedAgain = false;
        this.wake();
      } else this.wakeIn(nextMs);
    });
  }

  /** Looks within a second. */
  wakeSoon(): void {
    clearTimeout(this.timer);
    if (!this.sweeping) this.wakeIn(shortestMs);
  }

  /** Looks no more; returns when it does not. */
  async stop(): Promise<void> {
    this.isStopped = true;
    clearTimeout(this.timer);
    await this.sweeping;
  }

  private wakeIn(ms: number): void {
    if (this.isStopped) return;
    this.timer = setTimeout(() => this.wake(), ms);
  }

  private async sweep(): Promise<number> {
    try {
      const nextMs = await this.look();
      this.hasFailed = false;
      return Math.min(Math.max(nextMs ?? longestMs, shortestMs), longestMs);
    } catch (error) {
      if (!this.hasFailed) this.onError(error as Error);
      this.hasFailed = true;
      return afterErrorMs;
    }
  }
}
