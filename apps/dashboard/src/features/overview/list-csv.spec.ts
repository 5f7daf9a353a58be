import type { TFunction } from 'i18next';
import { exampleServer } from '../../shared/testing/servers.js';
import { listCsv } from './list-csv.js';

const t = ((key: string) => key.split('.').at(-1)) as unknown as TFunction;
const lines = (text: string) => text.trimEnd().split('\r\n');

test('a row a server, in the order of the list, with units in the header', () => {
  const busy = exampleServer(1);
  const text = listCsv(
    [{ ...busy, latest: { ...busy.latest!, networkReceiveBytesPerSecond: 250_000_000 } }, exampleServer(2)],
    t,
    () => '2026-11-21 10:30:00',
  );
  const [header, first, second] = lines(text);
  expect(header).toContain('cpu %,memory %,disk %,receive Mb/s,transmit Mb/s');
  expect(first).toBe('up,服务器 1,host-1,10.0.0.1,,10,20,30,2000.0,,2026-11-21 10:30:00,99.9912,100');
  expect(second).toMatch(/^up,服务器 2,/);
});

test('of a silent server no old values are given', () => {
  const text = listCsv([exampleServer(1, { status: 'down', lastReportAt: null })], t, () => '');
  expect(lines(text)[1]).toBe('down,服务器 1,host-1,10.0.0.1,,,,,,,,99.9912,100');
});

test('a name that a spreadsheet would run stays a text', () => {
  const text = listCsv([exampleServer(1, { name: '=cmd' })], t, () => '');
  expect(lines(text)[1]).toContain(",'=cmd,");
});
