import { exampleServer } from '../../shared/testing/servers.js';
import type { Fault } from '@opsgauge/contract';
import { faultEntries, searchEntries } from './search-options.js';

const servers = [
  exampleServer(1, { name: '数据库服务器', systemName: '数据中心' }),
  exampleServer(2, { name: '应用服务器' }),
];

test('every word must match, in name, host name, address or system', () => {
  const found = searchEntries('数据库 10.0.0.1', servers, [], []);
  expect(found.servers.map(({ path }) => path)).toEqual([`/servers/${servers[0]!.id}`]);
  expect(searchEntries('数据库 10.0.0.2', servers, [], []).servers).toEqual([]);
});

test('an empty text finds nothing', () => {
  expect(searchEntries('  ', servers, [], [])).toEqual({ servers: [], systems: [], indicators: [] });
});

test('a fault is told by number and title, and where it was when; at most eight', () => {
  const fault = {
    id: 'f1',
    number: 'F-2026-0147',
    title: { code: 'reported', params: { text: '门户首页无法打开' } },
    startAt: '2026-11-21T02:08:00.000Z',
    systemName: '门户网站',
    serverName: null,
  } as unknown as Fault;
  const words = {
    titleOf: (title: Fault['title']) => String(title.params['text']),
    timeOf: () => '11-21 10:08',
  };
  expect(faultEntries([fault], words)).toEqual([
    { path: '/faults/f1', name: 'F-2026-0147 门户首页无法打开', detail: '11-21 10:08 · 门户网站' },
  ]);
  expect(faultEntries(Array<Fault>(9).fill(fault), words)).toHaveLength(8);
});
