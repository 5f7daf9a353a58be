import { exampleServer } from '../../shared/testing/servers.js';
import { cardColumns, cardLines } from './card-lines.js';

const systemId = '00000000-0000-4000-8000-00000000aaaa';
const servers = [1, 2, 3, 4].map((number) =>
  exampleServer(number, number === 2 ? {} : { systemId, systemName: '门户' }),
);

test('every system has its heading and its cards in lines', () => {
  const lines = cardLines(servers, 2).map((line) =>
    line.kind === 'heading' ? line.group.systemName : line.servers.map(({ name }) => name),
  );
  expect(lines).toEqual(['门户', ['服务器 1', '服务器 3'], ['服务器 4'], null, ['服务器 2']]);
});

test('lines have keys of their own', () => {
  const keys = cardLines(servers, 1).map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
});

test.each([
  [0, 1],
  [180, 1],
  [367, 1],
  [368, 2],
  [1160, 6],
])('in %d pixels there are %d columns', (width, columns) => expect(cardColumns(width)).toBe(columns));
