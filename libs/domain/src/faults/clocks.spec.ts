import fc from 'fast-check';
import { dayMs, hourMs, minuteMs } from '../time/durations.js';
import { anyTerms, aroundTheClock, mondayMs, officeHours, timelines } from './arbitraries.js';
import { isOnTime, repairClock, responseClock } from './clocks.js';
import { applyFaultEvent, faultAsOf, foldFault } from './fold.js';
import { limitsOf } from './terms.js';
import {
  approvedSuspensions,
  isCounted,
  recoveredAt,
  startOf,
  type Fault,
  type FaultEvent,
} from './types.js';

const later = fc.integer({ min: 0, max: 40 * 24 * 60 }).map((minutes) => mondayMs + minutes * minuteMs);
const foldOf = (timeline: readonly FaultEvent[]): Fault => foldFault(timeline);

describe('the clocks of any life', () => {
  it('say on time, late or not due, and nothing else of a fault that counts', () => {
    fc.assert(
      fc.property(timelines, anyTerms, later, (timeline, terms, nowMs) => {
        const fault = foldOf(timeline);
        for (const { state, elapsedMs, limitMs } of [
          responseClock(fault, terms, nowMs),
          repairClock(fault, terms, nowMs),
        ]) {
          if (!isCounted(fault)) expect(state).toBe('notDue');
          else if (state !== 'notDue') expect(state === 'missed').toBe(elapsedMs > limitMs);
          expect(isOnTime({ state })).toBe(
            state === 'missed' ? false : ['met', 'autoRecovered'].includes(state) ? true : null,
          );
        }
      }),
    );
  });

  it('never run backwards, and what is missed stays missed as time goes on', () => {
    fc.assert(
      fc.property(
        timelines,
        anyTerms,
        later,
        fc.nat({ max: 10 * dayMs }),
        (timeline, terms, nowMs, moreMs) => {
          const fault = foldOf(timeline);
          for (const clock of [responseClock, repairClock]) {
            const before = clock(fault, terms, nowMs);
            const after = clock(fault, terms, nowMs + moreMs);
            if (before.fromMs === after.fromMs) {
              expect(after.elapsedMs).toBeGreaterThanOrEqual(before.elapsedMs);
            }
            if (before.state === 'missed') expect(after.state).toBe('missed');
          }
        },
      ),
    );
  });

  it('are late exactly when the deadline has passed, in 7×24', () => {
    fc.assert(
      fc.property(timelines, later, (timeline, nowMs) => {
        const fault = foldOf(timeline);
        const { state, deadlineMs } = repairClock(fault, aroundTheClock, nowMs);
        if (state === 'notDue' || deadlineMs === null) return;
        const stoppedMs = Math.min(recoveredAt(fault) ?? Infinity, nowMs);
        expect(state === 'missed').toBe(stoppedMs > deadlineMs);
      }),
    );
  });

  it('agree with a count of the milliseconds, in minutes', () => {
    fc.assert(
      fc.property(timelines, later, (timeline, nowMs) => {
        const fault = foldOf(timeline);
        const pauses = approvedSuspensions(fault, Infinity);
        const holds = (list: readonly { fromMs: number; toMs: number | null }[], ms: number) =>
          list.some(({ fromMs, toMs }) => fromMs <= ms && ms < (toMs ?? Infinity));
        const edges = [...fault.spells, ...pauses]
          .flatMap(({ fromMs, toMs }) => [fromMs, toMs ?? nowMs])
          .concat(nowMs)
          .filter((ms) => ms <= nowMs)
          .sort((a, b) => a - b);
        const counted = edges.slice(1).reduce((sum, toMs, index) => {
          const fromMs = edges[index]!;
          return sum + (holds(fault.spells, fromMs) && !holds(pauses, fromMs) ? toMs - fromMs : 0);
        }, 0);
        if (nowMs >= startOf(fault))
          expect(repairClock(fault, aroundTheClock, nowMs).elapsedMs).toBe(counted);
      }),
    );
  });

  it('a service calendar never makes a repair later than 7×24 does', () => {
    fc.assert(
      fc.property(timelines, later, (timeline, nowMs) => {
        const fault = foldOf(timeline);
        expect(repairClock(fault, officeHours, nowMs).elapsedMs).toBeLessThanOrEqual(
          repairClock(fault, aroundTheClock, nowMs).elapsedMs,
        );
      }),
    );
  });

  it('approving a suspension never makes a repair late, and never touches the response', () => {
    fc.assert(
      fc.property(timelines, anyTerms, later, (timeline, terms, nowMs) => {
        const fault = foldOf(timeline);
        const asked = fault.requests.filter(
          ({ kind, decision }) => kind === 'suspension' && decision === 'pending',
        );
        for (const { id } of asked) {
          if (fault.state === 'open') continue;
          const approved = applyFaultEvent(fault, {
            action: 'approveSuspension',
            requestId: id,
            by: 'owner',
            atMs: nowMs,
          });
          expect(responseClock(approved, terms, nowMs)).toEqual(responseClock(fault, terms, nowMs));
          if (isOnTime(repairClock(fault, terms, nowMs)) !== false) {
            expect(isOnTime(repairClock(approved, terms, nowMs))).not.toBe(false);
          }
        }
      }),
    );
  });

  it('a change of severity sets the limits and keeps what has run', () => {
    const stricter = {
      ...aroundTheClock,
      limitsBySeverity: { minor: { responseMs: minuteMs, repairMs: hourMs } },
    };
    fc.assert(
      fc.property(timelines, later, (timeline, nowMs) => {
        const fault = foldOf(timeline);
        if (fault.mergedIntoFaultId !== null) return;
        const changed = applyFaultEvent(fault, {
          action: 'changeSeverity',
          severity: 'minor',
          by: 'owner',
          atMs: nowMs,
        });
        const [before, after] = [fault, changed].map((one) => repairClock(one, stricter, nowMs));
        expect(after!.elapsedMs).toBe(before!.elapsedMs);
        expect(after!.limitMs).toBe(limitsOf(stricter, 'minor').repairMs);
      }),
    );
  });

  it('see nothing of what is entered later', () => {
    fc.assert(
      fc.property(timelines, later, (timeline, nowMs) => {
        const asOf = faultAsOf(timeline, nowMs);
        const known = timeline.filter(({ atMs }) => atMs <= nowMs);
        expect(asOf).toEqual(known.length === 0 ? null : foldFault(known));
      }),
    );
  });
});
