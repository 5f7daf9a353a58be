import type { DutyShift } from '@opsgauge/contract';
import { ownShiftsFrom, weekLater } from './shift-values.js';

const shift: DutyShift = {
  id: '00000000-0000-4000-8000-000000000001',
  target: { kind: 'project', projectId: '00000000-0000-4000-8000-000000000002' },
  targetName: '门户项目',
  personName: '张三',
  phone: null,
  mailAddress: 'zhang@example.gov.cn',
  channelId: null,
  channelName: null,
  language: 'zh-CN',
  from: '2026-11-22T12:00:00.000Z',
  to: '2026-11-23T00:00:00.000Z',
  isOwn: true,
};

test('a shift a week later has all of it but the dates', () => {
  expect(weekLater(shift, 'Asia/Shanghai')).toEqual({
    target: shift.target,
    personName: '张三',
    phone: null,
    mailAddress: 'zhang@example.gov.cn',
    channelId: null,
    language: 'zh-CN',
    from: '2026-11-29T12:00:00.000Z',
    to: '2026-11-30T00:00:00.000Z',
  });
});

test('it keeps its times on the clocks of a place that changes them', () => {
  const before = { ...shift, from: '2026-10-20T06:30:00.000Z', to: '2026-10-20T15:30:00.000Z' };
  expect(weekLater(before, 'Europe/Berlin').from).toBe('2026-10-27T07:30:00.000Z');
});

test('of a week are those that begin in it, and that one manages', () => {
  const week = { from: '2026-11-22T16:00:00.000Z', to: '2026-11-29T16:00:00.000Z' };
  const inside = { ...shift, from: '2026-11-23T01:00:00.000Z' };
  expect(ownShiftsFrom([shift, inside, { ...inside, isOwn: false }], week)).toEqual([inside]);
});
