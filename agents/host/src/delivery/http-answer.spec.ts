import { HttpAnswerReader } from './http-answer.js';

const read = (...parts: string[]) => {
  const reader = new HttpAnswerReader();
  for (const part of parts) {
    const answer = reader.take(Buffer.from(part));
    if (answer) return { status: answer.status, text: answer.text, isKept: answer.isKept };
  }
  const answer = reader.end();
  return answer && { status: answer.status, text: answer.text, isKept: answer.isKept };
};

const cases: [string, string[], ReturnType<typeof read>][] = [
  [
    'of a told length',
    ['HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}'],
    { status: 200, text: '{}', isKept: true },
  ],
  [
    'in chunks, with an extension and a trailer',
    [
      'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3;x=1\r\n{"a\r\n',
      '3\r\n":1\r\n1\r\n}\r\n0\r\nx: y\r\n\r\n',
    ],
    { status: 200, text: '{"a":1}', isKept: true },
  ],
  [
    'until the connection ends',
    ['HTTP/1.1 502 Bad Gateway\r\n\r\nsor', 'ry'],
    { status: 502, text: 'sorry', isKept: false },
  ],
  [
    'of a server that closes',
    ['HTTP/1.1 401 Unauthorized\r\nConnection: Close\r\ncontent-length: 0\r\n\r\n'],
    { status: 401, text: '', isKept: false },
  ],
  ['without a body', ['HTTP/1.1 204 No Content\r\n\r\n'], { status: 204, text: '', isKept: true }],
  [
    'after an interim one',
    ['HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\ncontent-length: 1\r\n\r\n1'],
    { status: 200, text: '1', isKept: true },
  ],
  [
    'of HTTP/1.0',
    ['HTTP/1.0 200 OK\r\ncontent-length: 1\r\n\r\n1'],
    { status: 200, text: '1', isKept: false },
  ],
  ['cut off', ['HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nshort'], undefined],
];

it.each(cases)('reads an answer %s', (_, parts, expected) => {
  expect(read(...parts)).toEqual(expected);
});

it.each(cases)('reads an answer %s, byte by byte', (_, parts, expected) => {
  expect(read(...parts.join(''))).toEqual(expected);
});

it.each([
  ['another protocol', 'SSH-2.0-OpenSSH_9.2\r\n\r\n'],
  ['a broken header', 'HTTP/1.1 200 OK\r\nnonsense\r\n\r\n'],
  ['a broken chunk', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n'],
  ['a length that is none', 'HTTP/1.1 200 OK\r\ncontent-length: many\r\n\r\n'],
  ['a body that is too long', 'HTTP/1.1 200 OK\r\ncontent-length: 99999999\r\n\r\n'],
])('refuses %s', (_, text) => {
  expect(() => new HttpAnswerReader().take(Buffer.from(text))).toThrow();
});
