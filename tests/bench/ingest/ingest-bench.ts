import { BenchHub } from '../bench-hub.js';
import { figureOf, type Figure } from '../figure.js';
import { valuesPerSample } from '../store/synthetic-samples.js';
import { sendLoad, type Load } from './load.js';

const usage = 'usage: npm run bench -- ingest [seconds 20]';
const servers = 1000;

/**
 * Reports of a thousand servers at the built hub over HTTP, each validated, authenticated and answered after its commit;
 * CPU of the hub and its PostgreSQL, not of what sends.
 */
export async function measureIngest(parameters: string[], print: (figure: Figure) => void): Promise<void> {
  const seconds = Number(parameters[0] ?? '20');
  if (!(seconds >= 1)) throw new Error(usage);
  const hub = await BenchHub.start(2 * servers);
  try {
    const nextSeqs = { live: 0, late: 0 };
    const firstSampleMs = Date.now() - 40 * 60_000;
    const run = async (load: Pick<Load, 'samplesPerRequest' | 'requestsPerSecond' | 'seconds'>) => {
      await hub.settled();
      const before = hub.cpuSeconds();
      // Those that catch up are others: nobody goes back in time.
      const kind = load.samplesPerRequest === 1 ? 'live' : 'late';
      const firstServer = kind === 'live' ? 1 : servers + 1;
      const from = { firstServer, servers, firstSeq: nextSeqs[kind], firstSampleMs };
      const result = await sendLoad({ url: hub.url, ...from, ...load });
      nextSeqs[kind] += result.samples / servers;
      // The readings that the load has put off belong to it.
      await hub.settled();
      const cpuSeconds = hub.cpuSeconds() - before;
      return { ...result, cpuSeconds, perMillion: cpuSeconds / ((result.samples * valuesPerSample) / 1e6) };
    };
    // Compiled, and heard of by every server, before anything is measured.
    await run({ samplesPerRequest: 1, requestsPerSecond: 1000, seconds: 5 });
    await run({ samplesPerRequest: 60, requestsPerSecond: 100, seconds: 10 });

    const live = await run({ samplesPerRequest: 1, requestsPerSecond: 2000, seconds });
    print(figureOf('requests/s, one sample each', live.requests / live.seconds, '1/s', '≥ 1990'));
    print(figureOf('ingest, 1 sample a request', live.perMillion, 'CPU s per million values', '≤ 2.5'));
    print(figureOf('reply, median', live.medianMs, 'ms'));
    print(figureOf('reply, 99th percentile', live.p99Ms, 'ms', '≤ 50'));

    const late = await run({ samplesPerRequest: 60, requestsPerSecond: 100, seconds });
    print(figureOf('ingest, 60 samples a request', late.perMillion, 'CPU s per million values', '≤ 0.7'));
  } finally {
    await hub.folder.remove();
  }
}
