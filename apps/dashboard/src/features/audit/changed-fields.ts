export interface ChangedField {
  name: string;
  /** Undefined where the entry says nothing of it. */
  before: unknown;
  after: unknown;
}

type Fields = Record<string, unknown> | null;

/** The fields of both sides by name, in the order in which they come. */
export function changedFields(before: Fields, after: Fields): ChangedField[] {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return names.map((name) => ({ name, before: before?.[name], after: after?.[name] }));
}

/** A value to be read: texts as they are, everything else as JSON. */
export const fieldText = (value: unknown): string =>
  value === undefined || value === null
    ? '—'
    : typeof value === 'string'
      ? value
      : JSON.stringify(value, null, typeof value === 'object' ? 1 : 0);
