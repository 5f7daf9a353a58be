import { csvText } from './csv-text.js';

test('BOM, CRLF, and quotes where they are needed', () => {
  expect(
    csvText(
      ['a', 'b "c"'],
      [
        [1.5, 'x,y'],
        ['line\nbreak', ''],
      ],
    ),
  ).toBe('\ufeffa,"b ""c"""\r\n1.5,"x,y"\r\n"line\nbreak",\r\n');
});

test('a missing value is an empty cell, never 0', () =>
  expect(csvText(['a', 'b'], [[null, undefined]])).toBe('\ufeffa,b\r\n,\r\n'));

test.each(['=1+1', '+1', '-1', '@sum', '\t=1', '\r=1', '＝1', '＋1', '－1', '＠x'])(
  '%j is not run as a formula',
  (text) => expect(csvText([text], [])).toMatch(new RegExp(`^\\ufeff"?'`)),
);

test('a negative number stays a number', () => expect(csvText(['a'], [[-1]])).toBe('\ufeffa\r\n-1\r\n'));
