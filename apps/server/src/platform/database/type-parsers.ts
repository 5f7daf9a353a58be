import pg from 'pg';

const timestamptz = pg.types.builtins.TIMESTAMPTZ;
const fallback = pg.types.getTypeParser(timestamptz) as (text: string) => Date;

/** As PostgreSQL writes an instant of this era in UTC: `2026-11-21 10:00:00.123+00`. */
const isPlain = (text: string): boolean =>
  text.length >= 22 && text.length <= 29 && text[10] === ' ' && text.endsWith('+00');

/** A list of a thousand servers is thousands of instants: those written plainly are read by the engine itself. */
const parseInstant = (text: string): Date =>
  isPlain(text) ? new Date(`${text.slice(0, 10)}T${text.slice(11, -3)}Z`) : fallback(text);

/** How values come out of PostgreSQL: as pg's own parsers have it, but for instants. */
export const typeParsers: pg.CustomTypesConfig = {
  getTypeParser: ((id: number, format?: 'text' | 'binary') =>
    id === timestamptz && format !== 'binary'
      ? parseInstant
      : (pg.types.getTypeParser(id, format as 'text') as unknown)) as pg.CustomTypesConfig['getTypeParser'],
};
