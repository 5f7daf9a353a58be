import type { FaultAction, FaultState } from '../faults/types.js';
import { noticeOf, type NoticeKind } from './notice.js';

it.each<[FaultAction, FaultState, NoticeKind | null]>([
  ['detect', 'open', 'began'],
  ['recover', 'repaired', 'recovered'],
  ['repair', 'repaired', 'recovered'],
  ['repair', 'responded', 'amended'],
  ['changeSeverity', 'open', 'amended'],
  ['declareMajor', 'closed', 'amended'],
  ['merge', 'closed', 'amended'],
  ['absorb', 'open', null],
  ['comment', 'open', null],
])('%s that leads to %s tells: %s', (action, state, kind) => expect(noticeOf(action, state)).toBe(kind));
