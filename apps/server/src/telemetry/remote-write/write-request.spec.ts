import fc from 'fast-check';
import { encodeWriteRequest } from './encode-write-request.js';
import { readWriteRequest } from './write-request.js';
import { writtenHosts } from './written-hosts.js';

const limits = { seriesMax: 3, labelsMax: 3, samplesMax: 2 };
const series = (labels: Record<string, string>, ...samples: [number, number][]) => ({
  labels: Object.entries(labels).map(([name, value]) => ({ name, value })),
  samples: samples.map(([timestamp, value]) => ({ timestamp, value })),
});
const load = (instance: string, ...samples: [number, number][]) =>
  series({ __name__: 'node_load1', instance }, ...samples);

it('reads what Prometheus writes', () => {
  const bytes = encodeWriteRequest([
    load('10.0.0.5:9100', [1_700_000_000_123, 0.5], [-1, Infinity]),
    series({ __name__: 'up', instance: '服务器', job: 'node' }),
  ]);
  expect(readWriteRequest(bytes, limits)).toEqual([
    {
      labels: new Map([
        ['__name__', 'node_load1'],
        ['instance', '10.0.0.5:9100'],
      ]),
      samples: [
        { atMs: 1_700_000_000_123, value: 0.5 },
        { atMs: -1, value: Infinity },
      ],
    },
    {
      labels: new Map([
        ['__name__', 'up'],
        ['instance', '服务器'],
        ['job', 'node'],
      ]),
      samples: [],
    },
  ]);
});

it.each([
  ['series', [1, 2, 3, 4].map(() => load('a')), 'more than 3 series'],
  ['labels', [series({ a: '', b: '', c: '', d: '' })], 'more than 3 labels'],
  ['samples', [load('a', [1, 1], [2, 2], [3, 3])], 'more than 2 samples'],
])('refuses too many %s', (_, written, words) => {
  expect(() => readWriteRequest(encodeWriteRequest(written), limits)).toThrow(words);
});

it('refuses bytes that are cut off or run over', () => {
  const bytes = encodeWriteRequest([load('a', [1, 1])]);
  const firstMessageBytes = 2 + bytes[1]!;
  for (let length = 1; length < firstMessageBytes; length++) {
    expect(() => readWriteRequest(bytes.subarray(0, length), limits)).toThrow();
  }
});

it('comes to an end with anything at all', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      try {
        readWriteRequest(bytes, limits);
      } catch (error) {
        expect(error).toBeInstanceOf(Error);
      }
    }),
    { numRuns: 5000 },
  );
});

it('sorts by host and moment, and passes over what is not read', () => {
  const written = [
    load('a', [1000, 1], [2000, 2]),
    series({ __name__: 'node_boot_time_seconds', instance: 'a' }, [1000, 5]),
    series({ __name__: 'node_uname_info', instance: 'a', nodename: 'web-01' }, [1000, 1]),
    load('b', [1000, NaN], [2000, 2 ** 70]),
    series({ __name__: 'go_goroutines' }, [1000, 1]),
    series({ __name__: 'constructor' }, [1000, 1]),
  ];
  const read = readWriteRequest(encodeWriteRequest(written), { seriesMax: 10, labelsMax: 9, samplesMax: 9 });
  expect(writtenHosts(read)).toEqual([
    {
      instance: 'a',
      hostname: 'web-01',
      scrapes: [
        { atMs: 1000, values: { '["node_load1"]': 1, '["node_boot_time_seconds"]': 5 } },
        { atMs: 2000, values: { '["node_load1"]': 2 } },
      ],
    },
    { instance: 'b', hostname: null, scrapes: [] },
  ]);
});

it('refuses a host without a name', () => {
  for (const instance of ['', 'x'.repeat(257)]) {
    const read = readWriteRequest(encodeWriteRequest([load(instance, [1, 1])]), limits);
    expect(() => writtenHosts(read)).toThrow('has node_load1 with no label instance');
  }
});

it('refuses a field that is longer than its message', () => {
  const bytes = encodeWriteRequest([load('a', [1, 1])]);
  bytes[1]! -= 1;
  expect(() => readWriteRequest(bytes, limits)).toThrow();
});
