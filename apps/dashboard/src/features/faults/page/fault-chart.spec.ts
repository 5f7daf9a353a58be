import { chartOf, chartPeriod } from './fault-chart.js';

const of = (code: string, subject = '', serverId: string | null = 'x') =>
  chartOf({ serverId, title: { code, params: { subject, value: 1 } } });

test('a fault has the chart of what it is judged by', () => {
  expect(of('memory-nearly-full')).toMatchObject({ kind: 'host', field: 'memoryUsedPercent' });
  expect(of('disk-nearly-full', '/data')).toEqual({
    kind: 'device',
    device: { kind: 'mounts', name: '/data' },
    field: 'usedPercent',
    isPercent: true,
  });
  expect(of('target-loss', 'gateway')).toMatchObject({ device: { kind: 'targets', name: 'gateway' } });
});

test('what is judged by nothing that is drawn has the processor’s; what is of no server has none', () => {
  for (const code of ['host-silent', 'reported', 'clock-offset', 'constructor'])
    expect(of(code)).toMatchObject({ kind: 'host', field: 'cpuPercent' });
  expect(of('disk-full', '/', null)).toBeNull();
});

test('the chart begins three hours before the fault and ends an hour after it, or now', () => {
  const start = Date.parse('2026-11-21T02:00:30Z');
  const at = (ms: number) => new Date(ms).toISOString().slice(11, 16);
  const now = Date.parse('2026-11-21T06:00:10Z');
  const lasting = chartPeriod(start, null, now);
  expect([at(lasting.from), at(lasting.to)]).toEqual(['23:00', '06:01']);
  const over = chartPeriod(start, Date.parse('2026-11-21T03:00:00Z'), now);
  expect(at(over.to)).toBe('04:00');
});
