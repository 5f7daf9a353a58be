import { chartOf, chartPeriod, thresholdOf } from './fault-chart.js';

const of = (code: string, subject = '', serverId: string | null = 'x', evidence = {}) =>
  chartOf({ serverId, title: { code, params: { subject, value: 1 } }, evidence });

test('a fault has the chart of what it is judged by', () => {
  expect(of('memory-nearly-full')).toMatchObject({ kind: 'host', field: 'memoryUsedPercent' });
  expect(of('disk-nearly-full', '/data')).toEqual({
    kind: 'device',
    device: { kind: 'mounts', name: '/data' },
    field: 'usedPercent',
    unit: '%',
  });
  expect(of('target-loss', 'gateway')).toMatchObject({ device: { kind: 'targets', name: 'gateway' } });
});

test('a rule that somebody made has the chart of the signal it judged', () => {
  expect(of('custom', '', 'x', { signal: 'load1', subject: '' })).toEqual({
    kind: 'host',
    field: 'load1',
    unit: '',
  });
  expect(of('custom', 'eth0', 'x', { signal: 'interfaceDown', subject: 'eth0' })).toMatchObject({
    device: { kind: 'interfaces', name: 'eth0' },
    unit: 'Mb/s',
  });
});

test('what a probe told has the probe’s chart, whether of a server or of a system', () => {
  const evidence = { signal: 'probeMs', subject: 'p1' };
  for (const serverId of ['x', null])
    expect(of('custom', '门户首页', serverId, evidence)).toEqual({ kind: 'probe', probeId: 'p1' });
  expect(of('probe-failing', '门户首页', null, { subject: 'p1' })).toEqual({ kind: 'probe', probeId: 'p1' });
});

test('what is judged by nothing that is drawn has the processor’s; what is of no server has none', () => {
  for (const code of ['host-silent', 'reported', 'clock-offset', 'constructor'])
    expect(of(code)).toMatchObject({ kind: 'host', field: 'cpuPercent' });
  expect(of('disk-full', '/', null)).toBeNull();
});

test('the line of a chart is the rule’s own threshold, where the chart draws what was judged', () => {
  const threshold = (code: string, evidence = {}) =>
    thresholdOf({ serverId: 'x', title: { code, params: { subject: '/', value: 1 } }, evidence });
  expect(threshold('custom', { signal: 'memoryUsedPercent', comparison: 'atLeast', threshold: 2 })).toBe(2);
  expect(threshold('disk-nearly-full', { comparison: 'atLeast', threshold: 95 })).toBe(95);
  expect(threshold('disk-nearly-full')).toBeNull();
  expect(
    threshold('disk-full-soon', { signal: 'diskFullInDays', comparison: 'below', threshold: 7 }),
  ).toBeNull();
  expect(threshold('host-silent')).toBeNull();
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
