import fc from 'fast-check';
import { BinaryCopyReader, BinaryCopyWriter, uuidOf } from './binary-copy.js';

const words = ['up', 'down', 'upper', 'don'] as const;
const rows = fc.array(
  fc.record({
    // Few, so that neighbours are often the same.
    id: fc.constantFrom(
      '00000000-0000-4000-8000-000000000001',
      '00000000-0000-4000-8000-000000000002',
      'ffffffff-ffff-4fff-bfff-ffffffffffff',
    ),
    word: fc.constantFrom(...words),
    isNull: fc.boolean(),
  }),
  { maxLength: 8 },
);

it('ids and words that come again are read as they were written', () => {
  fc.assert(
    fc.property(rows, (written) => {
      const writer = new BinaryCopyWriter();
      for (const { id, word, isNull } of written) {
        writer.row(2);
        if (isNull) writer.null();
        else writer.uuid(id);
        if (isNull) writer.null();
        else writer.text(word);
      }
      const reader = new BinaryCopyReader(writer.finish());
      for (const { id, word, isNull } of written) {
        expect(reader.nextRow()).toBe(true);
        const hex = reader.uuid();
        expect(hex && uuidOf(hex)).toBe(isNull ? null : id);
        expect(reader.word(words)).toBe(isNull ? null : word);
      }
      expect(reader.nextRow()).toBe(false);
    }),
  );
});

it('a word that is none of those expected is an error, not another word', () => {
  const writer = new BinaryCopyWriter();
  writer.row(1);
  writer.text('dowm');
  const reader = new BinaryCopyReader(writer.finish());
  reader.nextRow();
  expect(() => reader.word(words)).toThrow('none of up, down, upper, don');
});
