import { faultEntrySchema } from '@opsgauge/contract';
import { entryOf, needsReason, type ActionValues } from './action-entry.js';
import type { OfferedAction } from './offered-actions.js';

const id = '7d9f5a60-52a5-4c58-9c53-9d0d2d2a0f11';
const values: ActionValues = {
  note: 'why',
  assigneeId: id,
  repairedAt: '2026-11-21T10:30',
  reopenedAt: '2026-11-21T10:30',
  startAt: '2026-11-21T10:30',
  rootCauseCode: 'hardware',
  ground: 'test',
  intoFaultId: id,
  isMajor: true,
  severity: 'minor',
};
const actions: OfferedAction[] = [
  'acknowledge',
  'approveSuspension',
  'approveExclusion',
  'refuse',
  'repair',
  'resume',
  'close',
  'assign',
  'requestSuspension',
  'reopen',
  'requestExclusion',
  'merge',
  'changeSeverity',
  'declareMajor',
  'recordDataLoss',
  'report',
];

test.each(actions)('%s becomes an entry that the hub takes', (action) => {
  const entry = entryOf(action, values, id, (local) => `${local}:00Z`);
  expect(faultEntrySchema.safeParse(entry).success).toBe(true);
  expect(entry.note).toBe('why');
});

test.each(actions)('a form of %s asks for a reason where the hub does', (action) => {
  const { note: _, ...wordless } = values;
  const entry = entryOf(action, wordless, id, (local) => `${local}:00Z`);
  expect(faultEntrySchema.safeParse(entry).success).toBe(!needsReason(action));
});

test('a fault can be given back', () =>
  expect(entryOf('assign', { assigneeId: null }, null, String)).toMatchObject({ assigneeId: null }));
