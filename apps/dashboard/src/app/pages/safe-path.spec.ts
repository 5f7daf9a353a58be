import { safePath } from './safe-path.js';

test.each([
  ['/servers/1?range=6h', '/servers/1?range=6h'],
  [null, '/'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['https://evil.example', '/'],
])('after login %s leads to %s', (next, expected) => expect(safePath(next)).toBe(expected));
