import type { MaintenanceWindow, System } from '@opsgauge/contract';
import { maintenanceAhead } from './maintenance-ahead.js';

const now = Date.parse('2026-11-21T00:00:00.000Z');
const at = (hours: number) => new Date(now + hours * 3_600_000).toISOString();
const system = { id: 'system', components: [{ serverId: 'server' }] } as unknown as System;
const window = (id: string, more: Partial<MaintenanceWindow>) =>
  ({ id, state: 'approved', target: { kind: 'system', systemId: 'system' }, ...more }) as MaintenanceWindow;
const span = (from: number, to: number) => ({ from: at(from), to: at(to) });

test('what is not over, of the system and its servers, the earliest first', () => {
  const found = maintenanceAhead(
    [
      window('series', { occurrences: [span(-1, 1), span(23, 25)] }),
      window('asked', { state: 'requested', occurrences: [span(5, 6)] }),
      window('refused', { state: 'refused', occurrences: [span(2, 3)] }),
      window('over', { occurrences: [span(-3, -2)] }),
      window('server', {
        target: { kind: 'server', serverId: 'server' },
        occurrences: [span(3, 4)],
      }),
      window('another', { target: { kind: 'server', serverId: 'other' }, occurrences: [span(1, 2)] }),
    ],
    system,
    now,
  );
  expect(found.map((one) => one.window.id)).toEqual(['series', 'server', 'asked', 'series']);
});
