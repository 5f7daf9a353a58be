import { randomUUID } from 'node:crypto';
import type { Sample } from '@opsgauge/contract';
import type { SampleNumber } from '../spool/frame.js';
import { readBootId, readMonotonicMs } from '../system/boot.js';
import type { HostFiles } from '../system/host-files.js';
import type { Sampler } from './sampler.js';
import { wait } from './wait.js';

const warmUpMs = 1_000;

/** A sample that only lacks its number. */
export type UnnumberedSample = Omit<Sample, keyof SampleNumber>;

/** Takes samples of this host within one run of the process. */
export class SampleTaker {
  readonly #files: HostFiles;
  readonly #sampler: Sampler;
  readonly #runId = randomUUID();
  readonly bootId: string;

  constructor(files: HostFiles, sampler: Sampler) {
    this.#files = files;
    this.#sampler = sampler;
    this.bootId = readBootId(files);
  }

  /** Reads once and waits a second, so that the first sample already has its rates. */
  async warmUp(signal?: AbortSignal): Promise<void> {
    await this.#sampler.read();
    await wait(warmUpMs, signal);
  }

  /**
   * @param intervalSeconds the ordinary interval at this moment
   * @throws where not even the time since boot can be read
   */
  async take(intervalSeconds: number): Promise<UnnumberedSample> {
    const observedAt = new Date().toISOString();
    const monotonicMs = readMonotonicMs(this.#files);
    const reading = await this.#sampler.read();
    return {
      runId: this.#runId,
      bootId: this.bootId,
      monotonicMs,
      observedAt,
      intervalSeconds,
      ...reading,
    };
  }
}
