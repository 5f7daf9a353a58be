import { readFile } from 'node:fs/promises';
import { reasonOf, type Log } from '../system/log.js';
import { writeFileAtomically } from '../state/atomic-file.js';
import { useZone } from '../system/zone.js';

const hourOfDay = 2;
const spreadMinutes = 120;
const longestMonthMs = 31 * 86_400_000;
const lookEveryMs = 60_000;

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
  /** The organisation's, as the enrolment told it; what the hub told since is in the file. Else the host's counts. */
  timeZone?: string | undefined;
  /** 0 to 1, the same over restarts. */
  phase: number;
  log: Log;
  onDue(): void;
  now?: () => number;
}

interface Saved {
  lastMs: number;
  timeZone: string | undefined;
}

const readSaved = async (file: string): Promise<Saved | undefined> => {
  try {
    const { lastAt, timeZone } = JSON.parse(await readFile(file, 'utf8')) as Partial<Record<string, unknown>>;
    const lastMs = Date.parse(String(lastAt));
    if (Number.isNaN(lastMs)) return undefined;
    return { lastMs, timeZone: typeof timeZone === 'string' ? timeZone : undefined };
  } catch {
    return undefined;
  }
};

/**
 * Has an inspection made once a month, by the host's own clock in the organisation's zone, so that a hub that is away
 * costs none.
 */
export class MonthlySchedule {
  #lookedAtMs = -Infinity;

  private constructor(
    private readonly options: MonthlyScheduleOptions,
    private readonly saved: Saved,
  ) {}

  /** A host that has never kept one begins with the month to come. */
  static async open(options: MonthlyScheduleOptions): Promise<MonthlySchedule> {
    const { file, timeZone, now = Date.now } = options;
    const found = await readSaved(file);
    const schedule = new MonthlySchedule(options, {
      lastMs: found?.lastMs ?? now(),
      timeZone: found?.timeZone ?? timeZone,
    });
    if (schedule.saved.timeZone) useZone(schedule.saved.timeZone);
    if (!found) await schedule.#write();
    return schedule;
  }

  /** The hub says which zone is the organisation's; kept over restarts. */
  async setZone(timeZone: string): Promise<void> {
    if (timeZone === this.saved.timeZone) return;
    this.saved.timeZone = timeZone;
    useZone(timeZone);
    await this.#write();
  }

  /**
   * To be called now and then, at every tick say; looks at the calendar once a minute.
   * @param atMs a monotonic clock in milliseconds
   */
  async look(atMs: number): Promise<void> {
    if (atMs - this.#lookedAtMs < lookEveryMs) return;
    this.#lookedAtMs = atMs;
    const { phase, onDue, now = Date.now } = this.options;
    const nowMs = now();
    // A clock that was a year ahead when the last one was made would silence it for a year; one that is set back by
    // minutes must not have it made again.
    if (this.saved.lastMs > nowMs + longestMonthMs) this.saved.lastMs = nowMs;
    if (!isInspectionDue(this.saved.lastMs, nowMs, phase)) return;
    this.saved.lastMs = nowMs;
    await this.#write();
    onDue();
  }

  async #write(): Promise<void> {
    const { file, log } = this.options;
    const { lastMs, timeZone } = this.saved;
    const text = JSON.stringify({ lastAt: new Date(lastMs).toISOString(), timeZone });
    await writeFileAtomically(file, text).catch((error) =>
      log.warn('cannot note when the last inspection was due', { reason: reasonOf(error) }),
    );
  }
}
