import {
  classify,
  observed,
  readUntilNow,
  totalsOf,
  type ProbedInterval,
  type SampleFact,
} from '@opsgauge/domain';
import { figureOf, type Figure } from '../figure.js';

/** What four times the work may cost of what it costs once: looking through all of it for each would be sixteen. */
const growthMax = '≤ 8';

/** The reading of gaps and the laying over of windows: pure code, by itself, at sizes that a bad week brings. */
export function measureStatus(_: string[], print: (figure: Figure) => void): Promise<void> {
  compare('a week of silences beside probes and hub outages', readSilences, 15_000, print);
  compare('a week without a sample beside probes and hub outages', readOneSilence, 15_000, print);
  compare('readings beneath maintenance windows', layOverWindows, 10_000, print);
  return Promise.resolve();
}

function compare(
  name: string,
  work: (count: number) => void,
  count: number,
  print: (figure: Figure) => void,
): void {
  work(count);
  const [once, fourTimes] = [leastCpuMs(() => work(count)), leastCpuMs(() => work(4 * count))];
  print(figureOf(`${name}, ${4 * count}`, fourTimes, 'CPU ms'));
  print(figureOf(`${name}, ${4 * count} to ${count}`, fourTimes / once, '', growthMax));
}

/** Of five runs, so that what else the process has to do is left out. */
function leastCpuMs(work: () => void): number {
  const runs = Array.from({ length: 5 }, () => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...runs);
}

const gapMs = 40_000;

function readSilences(count: number): void {
  const samples = Array.from({ length: count }, (_, index) => sample(index));
  readUntilNow(samples, count * gapMs, evidenceOf(count));
}

function readOneSilence(count: number): void {
  readUntilNow([sample(0)], count * gapMs, evidenceOf(count));
}

function evidenceOf(count: number) {
  const probes = Array.from({ length: (count * 2) / 3 }, (_, index): ProbedInterval => {
    const fromMs = index * 60_000;
    return { fromMs, toMs: fromMs + 50_000, observation: index % 3 === 0 ? 'down' : 'up' };
  });
  const hubOutages = Array.from({ length: count / 6 }, (_, index) => ({
    fromMs: index * 240_000,
    toMs: index * 240_000 + 70_000,
  }));
  return { probes, hubOutages };
}

function layOverWindows(count: number): void {
  const observations = Array.from({ length: count }, (_, index) =>
    observed({ fromMs: index * 10, toMs: index * 10 + 9 }, index % 2 ? 'up' : 'down', 'samples'),
  );
  const maintenance = Array.from({ length: count / 10 }, (_, index) => ({
    fromMs: index * 100 + 3,
    toMs: index * 100 + 47,
  }));
  const period = { fromMs: 0, toMs: count * 10 };
  totalsOf(classify(observations, { maintenance, service: [period] }, period));
}

/** Told by nobody's boot or run, so that each gap is read by the evidence beside it. */
const sample = (index: number): SampleFact => ({
  seq: index,
  runId: null,
  bootId: null,
  monotonicMs: null,
  observedAtMs: index * gapMs,
  receivedAtMs: index * gapMs,
  intervalMs: 10_000,
});
