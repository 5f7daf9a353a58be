import type { System } from '@opsgauge/contract';
import { membersOf } from './members.js';

const month = (day: number) => `2026-09-${String(day).padStart(2, '0')}T00:00:00.000Z`;
const part = (serverId: string, since: string | null) => ({
  serverId,
  serverName: `name of ${serverId}`,
  isCritical: true,
  groupName: null,
  since,
});
const system: System = {
  id: 's',
  name: 'S',
  shortName: 'S',
  projectId: 'p',
  projectName: 'P',
  serviceFrom: null,
  serviceTo: null,
  groups: [],
  components: [part('a', null), part('new', month(20)), part('other', month(12))],
  formerComponents: [
    { ...part('gone', null), until: month(10) },
    { ...part('other', month(5)), until: month(12) },
    { ...part('past', null), until: '2026-08-01T00:00:00.000Z' },
  ],
};

test('a figure opens to the servers of its time, each within the time it was there', () => {
  const told = membersOf(system, month(1), month(28)).map(({ serverId, from, to }) => [serverId, from, to]);
  expect(told).toEqual([
    ['a', month(1), month(28)],
    ['new', month(20), month(28)],
    ['other', month(5), month(28)],
    ['gone', month(1), month(10)],
  ]);
});

test('before a server joined it is not named', () =>
  expect(membersOf(system, month(1), month(3)).map(({ serverId }) => serverId)).toEqual(['a', 'gone']));

test('a system that is not there has none', () =>
  expect(membersOf(undefined, month(1), month(2))).toEqual([]));
