import { monthStartBefore } from './months-back.js';

test.each([
  ['2026-11-21', 11, '2025-12-01'],
  ['2026-01-31', 1, '2025-12-01'],
  ['2024-02-29', 0, '2024-02-01'],
  ['2026-12-01', 11, '2026-01-01'],
])('from %s back %i months', (day, months, start) => expect(monthStartBefore(day, months)).toBe(start));
