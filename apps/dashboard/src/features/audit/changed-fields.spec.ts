import { changedFields, fieldText } from './changed-fields.js';

test('both sides of every field, made and removed ones too', () =>
  expect(changedFields({ name: 'a', old: 1 }, { name: 'b', fresh: true })).toEqual([
    { name: 'name', before: 'a', after: 'b' },
    { name: 'old', before: 1, after: undefined },
    { name: 'fresh', before: undefined, after: true },
  ]));

test('nothing recorded is nothing to show', () => expect(changedFields(null, null)).toEqual([]));

test.each([
  [undefined, '—'],
  [null, '—'],
  ['文字', '文字'],
  [false, 'false'],
  [{ a: 1 }, '{\n "a": 1\n}'],
])('%j prints as %s', (value, text) => expect(fieldText(value)).toBe(text));
