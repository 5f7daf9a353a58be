import { evidenceOf, evidencePeriod, probeOf } from './evidence.js';

const title = (code: string) => ({ code, params: {} });

test('the samples of a fault are those from five minutes before it to five minutes after it, or to now', () => {
  const startAt = '2026-11-21T02:00:30.000Z';
  const now = Date.parse('2026-11-21T02:02:00.000Z');
  expect(evidencePeriod({ startAt, recoveredAt: '2026-11-21T02:01:14.000Z' }, now)).toEqual({
    from: '2026-11-21T01:55:30.000Z',
    to: '2026-11-21T02:06:14.000Z',
  });
  expect(evidencePeriod({ startAt, recoveredAt: null }, now).to).toBe('2026-11-21T02:02:00.000Z');
});

test('a fault has a probe where a probe told of it', () => {
  expect(probeOf({ title: title('probe-failing'), evidence: { subject: 'p1' } })).toBe('p1');
  expect(probeOf({ title: title('custom'), evidence: { signal: 'probeMs', subject: 'p2' } })).toBe('p2');
  expect(probeOf({ title: title('disk-full'), evidence: { subject: '/data' } })).toBeNull();
  expect(probeOf({ title: title('reported'), evidence: {} })).toBeNull();
});

test('what is on record is read with what a rule was then; what cannot be read is nothing', () => {
  const record = { signal: 'cpuPercent', comparison: 'above', threshold: 65, forSeconds: 60, value: 70.2 };
  expect(evidenceOf({ evidence: { ...record, unknown: 1 } })).toEqual(record);
  expect(
    evidenceOf({ evidence: { monitor: '机房', severity: null, labels: { job: 'node' } } }),
  ).toMatchObject({
    monitor: '机房',
    labels: { job: 'node' },
  });
  expect(evidenceOf({ evidence: { value: 'much' } })).toEqual({});
});
