import { backupCondition } from './backup-condition.js';

const at = '2026-11-21T03:00:00.000Z';
const running = { since: at, tablesDone: 0, tables: 0 };
const good = { isScheduled: true, isOverdue: false, lastGoodAt: at, running: null };

test.each([
  ['good', good],
  ['good', { ...good, running }],
  ['overdue', { ...good, isOverdue: true }],
  ['overdue', { ...good, isOverdue: true, running }],
  ['none', { ...good, isOverdue: true, lastGoodAt: null }],
  ['running', { ...good, isOverdue: true, lastGoodAt: null, running }],
  ['off', { ...good, isScheduled: false, lastGoodAt: null }],
])('%s', (condition, backups) => expect(backupCondition(backups)).toBe(condition));
