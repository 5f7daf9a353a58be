import { hourMs, minuteMs } from '../time/durations.js';
import type { ServiceTerms } from '../time/service-calendar.js';
import type { FaultSeverity } from './types.js';

/** How long the vendor may take, in milliseconds of service; exactly so long is on time. */
export interface FaultLimits {
  readonly responseMs: number;
  readonly repairMs: number;
}

/** What the contract that a fault falls under says of faults. */
export interface FaultTerms {
  readonly limits: FaultLimits;
  /** Where a severity has limits of its own. */
  readonly limitsBySeverity: Readonly<Partial<Record<FaultSeverity, FaultLimits>>>;
  /** When the clocks run; empty: 7×24. */
  readonly service: readonly ServiceTerms[];
  /** `Asia/Shanghai` and the like: on whose clocks calendars and days are meant. */
  readonly timeZone: string;
  /** Within how many days of a recovery the same counts as repeated. */
  readonly repeatDays: number;
  /** For how long a critical service has to be unusable to make a fault major. */
  readonly majorUnusableMs: number;
}

/** Respond within 30 minutes, repair within 24 hours, 7×24. */
export const defaultFaultTerms: Omit<FaultTerms, 'timeZone'> = {
  limits: { responseMs: 30 * minuteMs, repairMs: 24 * hourMs },
  limitsBySeverity: {},
  service: [],
  repeatDays: 30,
  majorUnusableMs: 30 * minuteMs,
};

/** The limits of a severity, as it is now: a change of severity sets both deadlines anew. */
export const limitsOf = (terms: FaultTerms, severity: FaultSeverity): FaultLimits =>
  terms.limitsBySeverity[severity] ?? terms.limits;

/** Whether the contract is in service all day, every day. */
export const isAroundTheClock = ({ service }: FaultTerms): boolean =>
  service.every(({ calendar }) => calendar === null);
