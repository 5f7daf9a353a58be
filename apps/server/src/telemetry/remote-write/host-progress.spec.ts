import { sampleSchema, untold } from '@opsgauge/contract';
import { readScrapes, type HostProgress } from './host-progress.js';

const startMs = Date.UTC(2026, 8, 1);
const key = JSON.stringify(['node_netstat_Tcp_RetransSegs']);
const scrape = (second: number, count = second) => ({
  atMs: startMs + second * 1000,
  values: { [key]: count },
});
/** What is read of scrapes at these seconds, one after the other: `second interval rate`. */
const read = (...batches: number[][]): string[] => {
  let progress: HostProgress | null = null;
  return batches.flatMap((seconds) => {
    const found = readScrapes(
      progress,
      seconds.map((second) => scrape(second)),
    );
    progress = found.progress;
    return found.samples.map(
      ({ seq, intervalSeconds, metrics }) =>
        `${(seq - startMs) / 1000} ${intervalSeconds} ${metrics.tcpRetransmitsPerSecond ?? '-'}`,
    );
  });
};

it('the first scrape has no rates, and the usual interval', () => {
  expect(read([15])).toEqual(['15 60 -']);
});

it('the interval is that of the scrapes, and a hole does not change it', () => {
  expect(read([0], [15, 30], [45], [7245, 7260])).toEqual([
    '0 60 -',
    '15 15 1',
    '30 15 1',
    '45 15 1',
    '7245 15 1',
    '7260 15 1',
  ]);
});

it('a new interval is believed when most of the last pauses have it', () => {
  const intervals = read([0, 10, 20, 30, 40, 50], [110], [170], [230]).map((line) => line.split(' ')[1]);
  expect(intervals).toEqual(['60', '10', '10', '10', '10', '10', '10', '10', '60']);
});

it('what comes out of order is read without rates, and spoils none that follow', () => {
  expect(read([0, 15], [60], [30, 45], [75])).toEqual([
    '0 60 -',
    '15 15 1',
    '60 15 1',
    '30 15 -',
    '45 15 -',
    '75 15 1',
  ]);
});

it('the same scrape again is the same sample', () => {
  const [first] = readScrapes(null, [scrape(15)]).samples;
  const { progress } = readScrapes(null, [scrape(15)]);
  const [again] = readScrapes(progress, [scrape(15)]).samples;
  expect([again!.epoch, again!.seq, again!.observedAt]).toEqual([
    first!.epoch,
    first!.seq,
    first!.observedAt,
  ]);
});

it('a sample is one that ingest takes, with neither boot nor run', () => {
  const { samples } = readScrapes(null, [scrape(15)]);
  expect(sampleSchema.parse(samples[0])).toMatchObject({ bootId: untold, runId: untold });
});
