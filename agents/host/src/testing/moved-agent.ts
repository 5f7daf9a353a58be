import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import type { Sample } from '@opsgauge/contract';
import { Agent } from '../agent.js';
import { FixtureHost } from '../collectors/fixture-host.js';
import { HubConnection } from '../delivery/hub-connection.js';
import { locateStateFolder, type StateFolder } from '../state/state-folder.js';
import { createLog } from '../system/log.js';
import { LoopbackHub } from './loopback-hub.js';
import { makeTemporaryFolder } from './temporary-folder.js';
import { until } from './until.js';

const intervalSeconds = 10;
const bootedForMs = 1_000_000;
const restingTurnsEnough = 20;

/** A host whose time since boot is the moved clock's, and which counts how often it was read. */
class CountedHost extends FixtureHost {
  readings = 0;

  constructor() {
    super({
      '/proc/sys/kernel/random/boot_id': 'this-boot\n',
      '/proc/stat': 'cpu  10 0 10 80 0 0 0 0 0 0\n',
      '/proc/meminfo': 'MemTotal: 1000 kB\nMemAvailable: 400 kB\n',
      '/proc/self/mounts': '',
    });
  }

  override read(path: string): string {
    if (path === '/proc/uptime') return `${((bootedForMs + performance.now()) / 1000).toFixed(2)} 0.00\n`;
    if (path !== '/proc/loadavg') return super.read(path);
    this.readings += 1;
    return '0.50 0.40 0.30 1/100 1000\n';
  }
}

/**
 * The whole agent in this process on a clock that only a test moves; disk, sockets and the hub it reports to are real.
 * Between `start` and `stop` no timer of the process runs by itself.
 */
export class MovedAgent {
  readonly hub = new LoopbackHub();
  readonly folder: StateFolder = locateStateFolder(makeTemporaryFolder());
  readonly lines: string[] = [];
  inspectionsMade = 0;
  readonly #host = new CountedHost();
  readonly #ending = new AbortController();
  #running: Promise<void> = Promise.resolve();
  #requestsUnderWay = 0;

  /** @param startsAt the host's date and time, ISO 8601 */
  static async start(startsAt: string): Promise<MovedAgent> {
    const moved = new MovedAgent();
    await moved.hub.start();
    jest.useFakeTimers({
      now: Date.parse(startsAt),
      doNotFake: ['nextTick', 'setImmediate', 'clearImmediate', 'queueMicrotask', 'hrtime'],
    });
    // No jitter: back-off and the grid of the ticks lie in the middle of what is possible.
    jest.spyOn(Math, 'random').mockReturnValue(0.5);
    moved.#countRequests();
    await moved.#begin();
    return moved;
  }

  async #begin(): Promise<void> {
    const agent = new Agent({
      folder: this.folder,
      enrolment: {
        hub: this.hub.address,
        serverId: '6f1c3d5e-1b2a-4c3d-8e4f-5a6b7c8d9e0f',
        serverName: 'here',
        credential: 'secret-credential',
        intervalSeconds,
        enrolledAt: new Date().toISOString(),
      },
      settings: {
        spoolBytesMax: 268_435_456,
        spoolDaysMax: 7,
        targets: [],
        runsProbes: false,
        measuresTargets: false,
        services: [],
      },
      files: this.#host,
      log: createLog((line) => this.lines.push(line)),
      readInspection: () => {
        this.inspectionsMade += 1;
        return Promise.resolve('{"made":"by a test"}');
      },
    });
    this.#running = agent.run(this.#ending.signal);
    await until(() => this.#host.readings === 1, 'the agent warms up');
    await jest.advanceTimersByTimeAsync(1_000);
    await until(() => this.#host.readings === 2, 'the first sample is taken');
    // From here on the grid's ticks fall on whole intervals of the moved clock.
    await jest.advanceTimersByTimeAsync((intervalSeconds * 1000) / 2);
    await until(() => this.#host.readings === 3, 'the second sample is taken');
    await this.#settle();
  }

  /** Samples taken so far. */
  get taken(): number {
    return this.#host.readings - 1;
  }

  /** Moves the clock on by so many intervals, and sees that each brings one sample. */
  async passIntervals(count: number): Promise<void> {
    for (let interval = 0; interval < count; interval += 1) {
      const before = this.#host.readings;
      await jest.advanceTimersByTimeAsync(intervalSeconds * 1000);
      await until(() => this.#host.readings === before + 1, 'an interval brings one sample');
      await this.#settle();
    }
  }

  /** Lets what the moved clock has set going come to rest: nothing under way at the disk or to the hub. */
  async #settle(): Promise<void> {
    let restingTurns = 0;
    while (restingTurns < restingTurnsEnough) {
      await new Promise((resolve) => setImmediate(resolve));
      const isAtDisk = process.getActiveResourcesInfo().some((kind) => kind.startsWith('FSReq'));
      restingTurns = isAtDisk || this.#requestsUnderWay > 0 ? 0 : restingTurns + 1;
    }
  }

  /** The system takes its time over a connection, also over one on this machine. */
  #countRequests(): void {
    const post = HubConnection.prototype.post;
    jest.spyOn(HubConnection.prototype, 'post').mockImplementation(async function (
      this: HubConnection,
      request,
    ) {
      count(1);
      try {
        return await post.call(this, request);
      } finally {
        count(-1);
      }
    });
    const count = (by: number) => (this.#requestsUnderWay += by);
  }

  /** Moves the clock on by seconds until the condition holds. @returns how many it took */
  async passSecondsUntil(condition: () => boolean, what: string, secondsMax: number): Promise<number> {
    for (let seconds = 0; seconds <= secondsMax; seconds += 1) {
      await this.#settle();
      if (condition()) return seconds;
      await jest.advanceTimersByTimeAsync(1_000);
    }
    throw new Error(`never came true within ${secondsMax} s of the moved clock: ${what}`);
  }

  /** Sets the host's clock, as an administrator or NTP does; time since boot goes on as before. */
  setClock(byMs: number): void {
    jest.setSystemTime(Date.now() + byMs);
  }

  /** What the hub holds, in the order of the numbers. */
  get samples(): Sample[] {
    return [...this.hub.samples.values()].sort((one, other) => one.seq - other.seq);
  }

  /** The spool's counters as they stand on the disk; a file that is not there yet counts nothing. */
  get counters(): { droppedSamples: number; rejectedSamples: number } {
    const file = join(this.folder.spoolFolder, 'counters.json');
    if (!existsSync(file)) return { droppedSamples: 0, rejectedSamples: 0 };
    return JSON.parse(readFileSync(file, 'utf8')) as { droppedSamples: number; rejectedSamples: number };
  }

  async stop(): Promise<void> {
    this.#ending.abort();
    jest.useRealTimers();
    await this.#running;
    await this.hub.stop();
  }
}
