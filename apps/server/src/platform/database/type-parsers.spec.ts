import fc from 'fast-check';
import pg from 'pg';
import { typeParsers } from './type-parsers.js';

const own = typeParsers.getTypeParser(pg.types.builtins.TIMESTAMPTZ) as (text: string) => Date;
const usual = pg.types.getTypeParser(pg.types.builtins.TIMESTAMPTZ) as (text: string) => Date;

test.each([
  '2026-11-21 10:00:00+00',
  '2026-11-21 10:00:00.1+00',
  '2026-11-21 10:00:00.123456+00',
  '2026-11-21 18:00:00.5+08',
  '2026-11-21 15:30:00+05:30',
  '1969-12-31 23:59:59.999+00',
  '0044-03-15 12:00:00+00 BC',
  '12026-01-01 00:00:00+00',
])('%s is the instant that pg reads', (text) => {
  expect(own(text).getTime()).toBe(usual(text).getTime());
});

test('so is any instant of this era', () => {
  const instants = fc.date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(instants, (at) => {
      const text = at.toISOString().replace('T', ' ').replace('Z', '+00');
      expect(own(text)).toEqual(at);
    }),
  );
});

test('infinity is left to pg, and so are other types', () => {
  expect(own('infinity')).toEqual(usual('infinity'));
  expect(typeParsers.getTypeParser(pg.types.builtins.INT4)).toBe(
    pg.types.getTypeParser(pg.types.builtins.INT4),
  );
});
