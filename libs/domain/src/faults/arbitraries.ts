import fc from 'fast-check';
import { dayMs, minuteMs } from '../time/durations.js';
import { applyFaultEvent } from './fold.js';
import { FaultRefusal } from './refusal.js';
import { defaultFaultTerms, type FaultTerms } from './terms.js';
import type { Fault, FaultDeed, FaultEvent, FaultParty } from './types.js';

/** Monday, 1 June 2026, 00:00 in Shanghai. */
export const mondayMs = Date.parse('2026-05-31T16:00:00Z');

const terms = (service: FaultTerms['service']): FaultTerms => ({
  ...defaultFaultTerms,
  service,
  timeZone: 'Asia/Shanghai',
});
export const aroundTheClock = terms([]);
export const officeHours = terms([
  {
    fromMs: mondayMs - 30 * dayMs,
    toMs: null,
    calendar: {
      workingDays: [1, 2, 3, 4, 5],
      fromTime: '08:30',
      toTime: '17:30',
      holidays: ['2026-06-19'],
      extraWorkingDays: ['2026-06-13'],
    },
  },
]);
export const anyTerms = fc.constantFrom(aroundTheClock, officeHours);

const by = (party: FaultParty, deed: FaultDeed) => ({ by: party, ...deed });
const deedAt = (atMs: number, requestId: string) =>
  fc.constantFrom(
    by('operator', { action: 'acknowledge' }),
    by('operator', { action: 'assign', assignee: { id: requestId, name: 'somebody' } }),
    by('operator', { action: 'requestSuspension', requestId: `s${requestId}` }),
    by('owner', { action: 'approveSuspension', requestId: `s${requestId}` }),
    by('owner', { action: 'refuse', requestId: `s${requestId}` }),
    by('operator', { action: 'resume' }),
    by('platform', { action: 'recover', recoveredMs: atMs }),
    by('operator', { action: 'repair', repairedMs: atMs }),
    by('platform', { action: 'reopen', reopenedMs: atMs }),
    by('operator', { action: 'close', rootCauseCode: 'disk' }),
    by('operator', { action: 'requestExclusion', requestId: `x${requestId}`, ground: 'test' }),
    by('owner', { action: 'approveExclusion', requestId: `x${requestId}` }),
    by('owner', { action: 'declareMajor', isMajor: true }),
    by('owner', { action: 'changeSeverity', severity: 'critical' }),
  );

/** A fault's life as it could have been entered: what the table refuses is left out. */
export const timelines = fc
  .tuple(
    fc.constantFrom('detect' as const, 'report' as const),
    fc.integer({ min: 0, max: 300 }),
    fc.array(
      fc.tuple(
        fc.constantFrom(0, 1, 10, 29, 30, 45, 60, 61, 500, 1440, 4000),
        fc.integer({ min: 0, max: 30 }),
        fc.constantFrom('1', '2', '3'),
      ),
      { maxLength: 25 },
    ),
  )
  .chain(([action, startMinute, steps]) => {
    const startMs = mondayMs + startMinute * minuteMs;
    let atMs = startMs;
    const entries = steps.map(([minutes, extraMs, requestId]) => {
      atMs += minutes * minuteMs + extraMs;
      const moment = atMs;
      return deedAt(moment, requestId).map((deed): FaultEvent => ({ ...deed, atMs: moment }));
    });
    const first: FaultEvent = {
      action,
      by: action === 'detect' ? 'platform' : 'operator',
      atMs: startMs,
      startMs,
      severity: 'serious',
      stopsCriticalService: true,
    };
    return fc.tuple(...entries).map((rest) => permitted([first, ...rest]));
  });

function permitted(events: readonly FaultEvent[]): FaultEvent[] {
  let fault: Fault | null = null;
  return events.filter((event) => {
    try {
      fault = applyFaultEvent(fault, event);
      return true;
    } catch (thrown) {
      if (thrown instanceof FaultRefusal) return false;
      throw thrown;
    }
  });
}
