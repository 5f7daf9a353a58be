import { readFile } from 'node:fs/promises';
import { reasonOf, type Log } from '../system/log.js';
import { writeFileAtomically } from '../state/atomic-file.js';

const hourOfDay = 2;
const spreadMinutes = 120;
const longestMonthMs = 31 * 86_400_000;

/**
 * The moment of a month's inspection: on its first day from 02:00 on, in the zone of the process.
 * @param phase 0 to 1: which part of the two hours after that is this host's
 */
export const dueInMonthOf = (nowMs: number, phase: number): number => {
  const now = new Date(nowMs);
  const minutes = Math.floor(phase * spreadMinutes);
  return new Date(now.getFullYear(), now.getMonth(), 1, hourOfDay, minutes).getTime();
};

/** Whether this month's inspection is due and not made yet: one that was missed is made as soon as the host runs. */
export const isInspectionDue = (lastMs: number, nowMs: number, phase: number): boolean =>
  lastMs < dueInMonthOf(nowMs, phase) && nowMs >= dueInMonthOf(nowMs, phase);

export interface MonthlyScheduleOptions {
  file: string;
  /** 0 to 1, the same over restarts. */
  phase: number;
  log: Log;
  onDue(): void;
  now?: () => number;
}

/** Has an inspection made once a month, by the host's own clock, so that a hub that is away costs none. */
export class MonthlySchedule {
  private constructor(
    private readonly options: MonthlyScheduleOptions,
    private lastMs: number,
  ) {}

  /** A host that has never kept one begins with the month to come. */
  static async open(options: MonthlyScheduleOptions): Promise<MonthlySchedule> {
    const { file, now = Date.now } = options;
    const found = await readFile(file, 'utf8')
      .then((text) => Date.parse((JSON.parse(text) as { lastAt: string }).lastAt))
      .catch(() => NaN);
    const schedule = new MonthlySchedule(options, Number.isNaN(found) ? now() : found);
    if (Number.isNaN(found)) await schedule.#write();
    return schedule;
  }

  /** To be called now and then, at every tick say. */
  async look(): Promise<void> {
    const { phase, onDue, now = Date.now } = this.options;
    const nowMs = now();
    // A clock that was a year ahead when the last one was made would silence it for a year; one that is set back by
    // minutes must not have it made again.
    if (this.lastMs > nowMs + longestMonthMs) this.lastMs = nowMs;
    if (!isInspectionDue(this.lastMs, nowMs, phase)) return;
    this.lastMs = nowMs;
    await this.#write();
    onDue();
  }

  async #write(): Promise<void> {
    const { file, log } = this.options;
    const text = JSON.stringify({ lastAt: new Date(this.lastMs).toISOString() });
    await writeFileAtomically(file, text).catch((error) =>
      log.warn('cannot note when the last inspection was due', { reason: reasonOf(error) }),
    );
  }
}
