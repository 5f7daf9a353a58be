import fc from 'fast-check';
import { numbersBy, putTogether, takeApart } from './skeleton.js';

const number = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }));
const name = fc.constantFrom('eth0', '/', 'a "quoted" name', '网卡');
/** Few kinds of fields, so that two readings are often alike, or nearly so. */
const device = fc.record({ name, isUp: fc.boolean(), usedBytes: number }, { requiredKeys: ['name'] });
const readings = fc.record(
  {
    devices: fc.record({
      mounts: fc.array(device, { maxLength: 2 }),
      interfaces: fc.array(device, { maxLength: 2 }),
    }),
    additional: fc.record({ perCorePercents: fc.array(number, { maxLength: 3 }), clockOffsetMs: number }),
  },
  { requiredKeys: ['devices'] },
);

it('readings taken apart are put together again', () => {
  fc.assert(
    fc.property(readings, (given) => {
      const { skeleton, numbers } = takeApart(given);
      let place = 0;
      expect(putTogether(skeleton, () => numbers[place++]!)).toEqual(given);
      expect(place).toBe(numbers.length);
    }),
  );
});

it('by a known skeleton the same numbers are found, and none in readings that have another', () => {
  fc.assert(
    fc.property(readings, readings, (known, given) => {
      const numbersOf = numbersBy(takeApart(known).skeleton);
      expect(numbersOf(known)).toEqual(takeApart(known).numbers);
      const apart = takeApart(given);
      expect(numbersOf(given)).toEqual(apart.skeleton === takeApart(known).skeleton ? apart.numbers : null);
    }),
    { numRuns: 1000 },
  );
});

it.each<[string, object, object]>([
  ['a field less', { a: 1, b: 2 }, { a: 1 }],
  ['a field more', { a: 1 }, { a: 1, b: 2 }],
  ['fields in another order', { a: 1, b: 2 }, { b: 2, a: 1 }],
  ['another text', { name: 'eth0' }, { name: 'eth1' }],
  ['a flag for a number', { a: 1 }, { a: true }],
  ['a text for a number', { a: 1 }, { a: '1' }],
  ['a list for fields', { a: { b: 1 } }, { a: [1] }],
  ['fields for a list', { a: [1] }, { a: { 0: 1 } }],
  ['a shorter list', { a: [1, 2] }, { a: [1] }],
])('%s is another skeleton', (_, known, given) => {
  expect(numbersBy(takeApart(known).skeleton)(given)).toBeNull();
});

it('a field that is undefined is none', () => {
  expect(numbersBy(takeApart({ a: 1 }).skeleton)({ a: 2, b: undefined })).toEqual([2]);
});
