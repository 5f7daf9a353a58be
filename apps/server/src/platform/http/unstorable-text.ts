/** NUL and half characters: PostgreSQL takes neither, and no name has one. */
const unstorable = /\0|\p{Surrogate}/u;

/** What is said of a field with such a text. */
export const unstorableMessage = 'holds a character that cannot be stored';

/** @returns where in a value the first such text stands, by its names joined with dots; null where there is none */
export const unstorablePath = (value: unknown): string | null =>
  isStorable(value) ? null : pathIn(value, []);

/** Nearly everything is: it is found out without a path at hand, at every sample of every agent. */
function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return !unstorable.test(value);
  if (typeof value !== 'object' || value === null) return true;
  for (const name in value) {
    const member = (value as Record<string, unknown>)[name];
    if (typeof member === 'object' || typeof member === 'string') {
      if (!isStorable(member)) return false;
    }
    if (unstorable.test(name)) return false;
  }
  return true;
}

function pathIn(value: unknown, path: readonly string[]): string | null {
  if (typeof value === 'string') return unstorable.test(value) ? path.join('.') : null;
  if (typeof value !== 'object' || value === null) return null;
  for (const [name, member] of Object.entries(value)) {
    const found = unstorable.test(name) ? path.join('.') : pathIn(member, [...path, name]);
    if (found !== null) return found;
  }
  return null;
}
