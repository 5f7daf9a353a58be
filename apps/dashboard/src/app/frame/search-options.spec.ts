import { exampleServer } from '../../shared/testing/servers.js';
import { searchEntries } from './search-options.js';

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
