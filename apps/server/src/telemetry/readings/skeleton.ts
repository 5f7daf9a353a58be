/**
 * Readings taken apart. A host's devices hardly ever change, their numbers always: the skeleton is everything but the
 * numbers, as JSON, and the same text for all samples of the same devices; the numbers stand beside it, in its order.
 */
export interface TakenApart {
  readonly skeleton: string;
  readonly numbers: readonly number[];
}

/** In a skeleton `null` stands for a number and `false` for a flag; readings themselves hold neither. */
export function takeApart(readings: object): TakenApart {
  const numbers: number[] = [];
  const write = (value: unknown): string => {
    if (typeof value === 'number') {
      numbers.push(value);
      return 'null';
    }
    if (typeof value === 'boolean') {
      numbers.push(value ? 1 : 0);
      return 'false';
    }
    if (typeof value === 'string') return JSON.stringify(value);
    return Array.isArray(value) ? writeList(value) : writeFields(value as object);
  };
  const writeList = (values: readonly unknown[]): string => {
    let text = '[';
    for (const value of values) text += text.length > 1 ? `,${write(value)}` : write(value);
    return `${text}]`;
  };
  const writeFields = (value: object): string => {
    let text = '{';
    for (const [name, field] of Object.entries(value)) {
      if (field === undefined) continue;
      text += `${text.length > 1 ? ',' : ''}${JSON.stringify(name)}:${write(field)}`;
    }
    return `${text}}`;
  };
  return { skeleton: write(readings), numbers };
}

/** A parsed skeleton, its fields' names beside them, so that they are not looked up anew for every sample. */
type Pattern = null | false | string | readonly Pattern[] | PatternFields;
interface PatternFields {
  readonly names: readonly string[];
  readonly members: readonly Pattern[];
}

/**
 * Takes readings apart whose skeleton is known already: a fraction of what writing it anew costs.
 *
 * @returns the numbers in the skeleton's order; null where the readings have another skeleton
 */
export function numbersBy(skeleton: string): (readings: object) => number[] | null {
  const pattern = toPattern(JSON.parse(skeleton));
  return (readings) => {
    const numbers: number[] = [];
    return collect(pattern, readings, numbers) ? numbers : null;
  };
}

function toPattern(value: unknown): Pattern {
  if (value === null || value === false || typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(toPattern);
  return { names: Object.keys(value as object), members: Object.values(value as object).map(toPattern) };
}

/** @returns whether the value has this pattern; only then are the numbers all of it */
function collect(pattern: Pattern, value: unknown, numbers: number[]): boolean {
  if (typeof value === 'number') return pattern === null && numbers.push(value) > 0;
  if (typeof value === 'string') return pattern === value;
  if (typeof value === 'boolean') return pattern === false && numbers.push(value ? 1 : 0) > 0;
  if (typeof pattern !== 'object' || pattern === null) return false;
  if (isList(pattern)) {
    return (
      Array.isArray(value) &&
      value.length === pattern.length &&
      pattern.every((one, index) => collect(one, value[index], numbers))
    );
  }
  if (Array.isArray(value)) return false;
  const fields = value as Readonly<Record<string, unknown>>;
  let place = 0;
  for (const name in fields) {
    const field = fields[name];
    if (field === undefined) continue;
    if (pattern.names[place] !== name || !collect(pattern.members[place]!, field, numbers)) return false;
    place += 1;
  }
  return place === pattern.names.length;
}

const isList = (pattern: readonly Pattern[] | PatternFields): pattern is readonly Pattern[] =>
  Array.isArray(pattern);

/** @param next gives the numbers in the skeleton's order */
export function putTogether(skeleton: string, next: () => number): unknown {
  const fill = (value: unknown): unknown => {
    if (value === null) return next();
    if (value === false) return next() === 1;
    if (Array.isArray(value)) return value.map(fill);
    if (typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, fill(field)]));
  };
  return fill(JSON.parse(skeleton));
}

/** Where in a skeleton's numbers those of one device stand, by the name of the field. */
export function positionsOf(
  skeleton: string,
  isDevice: (kind: string, device: Readonly<Record<string, unknown>>) => boolean,
): Map<string, number> {
  const found = new Map<string, number>();
  let position = 0;
  const pass = (value: unknown, kind: string): void => {
    if (value === null || value === false) position += 1;
    else if (Array.isArray(value)) for (const one of value) passOne(one, kind);
    else if (typeof value === 'object') for (const [name, field] of Object.entries(value)) pass(field, name);
  };
  const passOne = (one: unknown, kind: string): void => {
    if (typeof one !== 'object' || one === null) return pass(one, kind);
    const device = one as Readonly<Record<string, unknown>>;
    const isWanted = isDevice(kind, device);
    for (const [name, field] of Object.entries(device)) {
      if (isWanted && field === null) found.set(name, position);
      pass(field, name);
    }
  };
  pass(JSON.parse(skeleton), '');
  return found;
}
