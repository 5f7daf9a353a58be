import { auditFilter } from './use-audit-search.js';

const none = { from: '', to: '', action: '', text: '' };

test('days are those of the organisation, the last one included', () =>
  expect(auditFilter({ ...none, from: '2026-11-01', to: '2026-11-21' }, 'Asia/Shanghai')).toEqual({
    from: '2026-10-31T16:00:00.000Z',
    to: '2026-11-21T16:00:00.000Z',
  }));

test('what is empty or half typed does not filter', () =>
  expect(auditFilter({ ...none, from: '2026-1', text: '  ' }, 'Asia/Shanghai')).toEqual({}));
