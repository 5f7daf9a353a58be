import { unstorablePath } from './unstorable-text.js';

test.each<[unknown, string | null]>([
  ['a\0b', ''],
  [{ name: 'plain 系统 😀' }, null],
  [{ list: [{ name: 'x' }, { name: 'half \ud83d' }] }, 'list.1.name'],
  [{ outer: { 'ke\0y': 1 } }, 'outer'],
  [{ number: 1, nothing: null, is: true }, null],
])('%j has it at %s', (value, path) => expect(unstorablePath(value)).toBe(path));
