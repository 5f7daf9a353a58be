import fc from 'fast-check';
import snappy from 'snappyjs';
import { unpackSnappy } from './snappy-block.js';

it('unpacks what was packed', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 80 }), { maxLength: 40 }), (parts) => {
      const bytes = Buffer.concat([...parts, ...parts, ...parts]);
      expect(unpackSnappy(snappy.compress(bytes), bytes.length)).toEqual(bytes);
    }),
  );
  const long = Buffer.alloc(200_000, 'node_exporter ');
  expect(unpackSnappy(snappy.compress(long), 200_000)).toEqual(long);
});

it.each([
  ['nothing', []],
  ['a length without an end', [0xff, 0xff, 0xff, 0xff, 0xff, 0xff]],
  ['fewer bytes than it says', [5, 0, 97]],
  ['more bytes than it says', [1, 4, 97, 98]],
  ['bytes that run over the end', [10, 36, 97]],
  ['a length that leads backwards', [20, 0xfc, 0xf0, 0xff, 0xff, 0xff, 97, 98, 99]],
  ['a copy of nothing', [8, 0, 97, 9, 0]],
  ['a copy from before the beginning', [8, 0, 97, 9, 2]],
  ['a copy that breaks off', [8, 0, 97, 2]],
])('refuses %s', (_, bytes) => {
  expect(() => unpackSnappy(Buffer.from(bytes), 1000)).toThrow(/is no snappy block/);
});

it('refuses what would be larger than it may, without making room for it', () => {
  expect(() => unpackSnappy(Buffer.from([0xff, 0xff, 0xff, 0xff, 0x0f, 0, 97]), 1000)).toThrow(
    'is 4294967295 bytes unpacked, of at most 1000',
  );
});

it('comes to an end with anything at all', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      try {
        expect(unpackSnappy(Buffer.from(bytes), 5000).length).toBeLessThanOrEqual(5000);
      } catch (error) {
        expect((error as Error).message).toMatch(/snappy|bytes unpacked/);
      }
    }),
    { numRuns: 5000 },
  );
});
