import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Backoff } from '../delivery/backoff.js';
import type { HubConnection } from '../delivery/hub-connection.js';
import { wait } from '../sampling/wait.js';
import { makePrivateFolder, writeFileAtomically } from '../state/atomic-file.js';
import { reasonOf, type Log } from '../system/log.js';

const plainIdentifier = /^[A-Za-z0-9_-]{1,64}$/;
const pendingSuffix = '.pending.json';
const doneMax = 200;
const limitMs = 30_000;

export interface InspectionDeskOptions {
  folder: string;
  connection: HubConnection;
  log: Log;
  credential(): string;
  /** JSON of a reading, as it is sent. */
  makeReading(): Promise<string>;
  backoff?: Backoff;
}

/**
 * Makes each inspection the hub asks for once, keeps the reading on disk and brings it to the hub, over restarts if
 * need be. Done ones are remembered, so that a hint that is repeated does no work twice.
 */
export class InspectionDesk {
  readonly #options: InspectionDeskOptions;
  readonly #backoff: Backoff;
  readonly #done: string[] = [];
  readonly #known = new Set<string>();
  readonly #waiting: string[] = [];
  readonly #stop = new AbortController();
  #wake: () => void = () => undefined;

  private constructor(options: InspectionDeskOptions) {
    this.#options = options;
    this.#backoff = options.backoff ?? new Backoff();
  }

  /** Opens the desk and takes up what an earlier run left undelivered. */
  static async open(options: InspectionDeskOptions): Promise<InspectionDesk> {
    makePrivateFolder(options.folder);
    const desk = new InspectionDesk(options);
    desk.#done.push(...(await readDone(desk.#doneFile)));
    for (const name of await readdir(options.folder)) {
      if (!name.endsWith(pendingSuffix)) continue;
      const inspectionId = name.slice(0, -pendingSuffix.length);
      if (desk.#done.includes(inspectionId)) await rm(join(options.folder, name), { force: true });
      else desk.request(inspectionId);
    }
    return desk;
  }

  /** The hub asks for this inspection; asking again changes nothing. */
  request(inspectionId: string): void {
    if (this.#known.has(inspectionId) || this.#done.includes(inspectionId)) return;
    this.#known.add(inspectionId);
    // It becomes a file's name and part of an address.
    if (!plainIdentifier.test(inspectionId))
      return this.#options.log.warn('ignores an inspection with an odd identifier');
    this.#waiting.push(inspectionId);
    this.#wake();
  }

  /** Works until `stop`, one inspection after the other. */
  async run(): Promise<void> {
    while (!this.#stop.signal.aborted) {
      const [inspectionId] = this.#waiting;
      if (inspectionId === undefined) {
        await new Promise<void>((resolve) => (this.#wake = resolve));
        continue;
      }
      try {
        await this.#deliver(inspectionId, await this.#takeReading(inspectionId));
      } catch (error) {
        this.#options.log.error('an inspection failed', { inspectionId, reason: reasonOf(error) });
        await wait(this.#backoff.failed(), this.#stop.signal);
        // To the end of the line, so that one that cannot be made does not hold up the others.
        this.#waiting.push(inspectionId);
      }
      this.#waiting.shift();
    }
  }

  stop(): void {
    this.#stop.abort();
    this.#wake();
  }

  get #doneFile(): string {
    return join(this.#options.folder, 'done.json');
  }

  #pendingFile(inspectionId: string): string {
    return join(this.#options.folder, `${inspectionId}${pendingSuffix}`);
  }

  async #takeReading(inspectionId: string): Promise<string> {
    const file = this.#pendingFile(inspectionId);
    try {
      const text = await readFile(file, 'utf8');
      JSON.parse(text);
      return text;
    } catch {
      // Not made yet, or damaged: made anew.
    }
    const reading = await this.#options.makeReading();
    await writeFileAtomically(file, reading).catch((error) =>
      this.#options.log.warn('cannot keep the inspection on disk', { inspectionId, reason: reasonOf(error) }),
    );
    return reading;
  }

  async #deliver(inspectionId: string, text: string): Promise<void> {
    const { connection, credential, log } = this.#options;
    const path = `/api/v1/agent/inspections/${inspectionId}`;
    while (!this.#stop.signal.aborted) {
      let delayMs: number;
      try {
        const { status, retryAfterMs } = await connection.post({
          path,
          text,
          credential: credential(),
          limitMs,
        });
        if (isFinal(status)) {
          this.#backoff.succeeded();
          const isTaken = status < 300;
          log[isTaken ? 'info' : 'warn'](
            isTaken ? 'inspection delivered' : 'the hub does not take the inspection',
            {
              inspectionId,
              status,
            },
          );
          return await this.#finish(inspectionId);
        }
        delayMs = status === 401 ? this.#backoff.refused() : this.#backoff.failed(retryAfterMs);
      } catch {
        delayMs = this.#backoff.failed();
      }
      await wait(delayMs, this.#stop.signal);
    }
  }

  async #finish(inspectionId: string): Promise<void> {
    this.#done.push(inspectionId);
    this.#done.splice(0, this.#done.length - doneMax);
    await writeFileAtomically(this.#doneFile, JSON.stringify(this.#done)).catch((error) =>
      this.#options.log.warn('cannot note the inspection as done', { inspectionId, reason: reasonOf(error) }),
    );
    await rm(this.#pendingFile(inspectionId), { force: true });
  }
}

/** Taken, or never to be taken; a refused credential, a time-out and "too many" may pass. */
const isFinal = (status: number): boolean =>
  (status >= 200 && status < 300) || (status >= 400 && status < 500 && ![401, 408, 429].includes(status));

const readDone = async (file: string): Promise<string[]> => {
  try {
    const found: unknown = JSON.parse(await readFile(file, 'utf8'));
    return Array.isArray(found) ? found.filter((id): id is string => typeof id === 'string') : [];
  } catch {
    return [];
  }
};
