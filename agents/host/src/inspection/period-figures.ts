import { readFile } from 'node:fs/promises';
import type { HostMetricName, HostMetrics, InspectionReading } from '@opsgauge/contract';
import { writeFileAtomically } from '../state/atomic-file.js';
import { toHundredths } from '../system/round.js';

/** Mean and peak of every figure since a moment. */
export type PeriodFigures = NonNullable<InspectionReading['period']>;

interface Running {
  count: number;
  sum: number;
  max: number;
  maxAt: string;
}

interface Saved {
  from: string;
  samples: number;
  running: Partial<Record<HostMetricName, Running>>;
}

const saveAfterMs = 10 * 60_000;

const read = async (file: string): Promise<Saved | undefined> => {
  try {
    const found = JSON.parse(await readFile(file, 'utf8')) as Saved;
    const isWhole = typeof found.from === 'string' && Number.isInteger(found.samples);
    return isWhole && typeof found.running === 'object' ? found : undefined;
  } catch {
    return undefined;
  }
};

/** What the file holds, for an inspection; `undefined` where nothing was gathered. */
export const readPeriodFigures = async (file: string): Promise<PeriodFigures | undefined> => {
  const saved = await read(file);
  if (!saved || saved.samples === 0) return undefined;
  const metrics: PeriodFigures['metrics'] = {};
  for (const [name, { count, sum, max, maxAt }] of Object.entries(saved.running))
    metrics[name] = { mean: toHundredths(sum / count) ?? 0, max, maxAt };
  return { from: saved.from, samples: saved.samples, metrics };
};

/** Gathers mean and peak of the samples since the last inspection, over restarts but for the last ten minutes. */
export class PeriodGatherer {
  #savedAtMs = performance.now();

  private constructor(
    private readonly file: string,
    private saved: Saved,
  ) {}

  static async open(file: string, nowText: string): Promise<PeriodGatherer> {
    return new PeriodGatherer(file, (await read(file)) ?? { from: nowText, samples: 0, running: {} });
  }

  /** @param observedAt ISO 8601 */
  add(metrics: HostMetrics, observedAt: string): void {
    this.saved.samples += 1;
    for (const key in metrics) {
      const name = key as HostMetricName;
      const value = metrics[name];
      if (value === undefined) continue;
      const running = (this.saved.running[name] ??= { count: 0, sum: 0, max: value, maxAt: observedAt });
      running.count += 1;
      running.sum += value;
      if (value > running.max) [running.max, running.maxAt] = [value, observedAt];
    }
  }

  /** Writes down what was gathered where that is ten minutes ago. */
  async saveIfDue(): Promise<void> {
    if (performance.now() - this.#savedAtMs >= saveAfterMs) await this.save();
  }

  /** Never fails: the figures then begin where they were last written. */
  async save(): Promise<void> {
    this.#savedAtMs = performance.now();
    await writeFileAtomically(this.file, JSON.stringify(this.saved)).catch(() => undefined);
  }

  /** An inspection has taken them over. */
  async beginAnew(nowText: string): Promise<void> {
    this.saved = { from: nowText, samples: 0, running: {} };
    await this.save();
  }
}
