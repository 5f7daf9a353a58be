import type { Interval } from '../time/interval.js';
import { classify } from './classify.js';
import { readUntilNow } from './read-status.js';
import type { ClassifiedInterval, ProbedInterval, SampleFact } from './types.js';

/** A row of a scenario table (tests only): what arrived and what was known, in seconds, and how it is to be read. */
export interface Scenario {
  readonly name: string;
  /**
   * `boot/run: instants`, `-` for a source that does not tell. An instant is `taken`, `taken@received` if late, and
   * `taken^monotonic` where the two clocks disagree.
   */
  readonly samples: readonly string[];
  readonly intervalSeconds?: number;
  /** `observation from–to`. */
  readonly probes?: readonly string[];
  /** Each `from–to`. */
  readonly hubOut?: readonly string[];
  readonly maintenance?: readonly string[];
  readonly service?: readonly string[];
  /** The period is from 0 to now. */
  readonly now: number;
  /** `from–to class (observation, evidence)`, with `unreachable` at the end where it is. */
  readonly reads: readonly string[];
}

/** Reads a row through the domain: samples to observations to classes, told as in `reads`. */
export function read(row: Scenario, arrange = (samples: SampleFact[]) => samples): string[] {
  const evidence = { probes: (row.probes ?? []).map(probed), hubOutages: (row.hubOut ?? []).map(interval) };
  const period = { fromMs: 0, toMs: ms(row.now) };
  const observations = readUntilNow(arrange(samplesOf(row)), period.toMs, evidence);
  const overlay = {
    maintenance: (row.maintenance ?? []).map(interval),
    service: row.service?.map(interval) ?? [period],
  };
  return classify(observations, overlay, period).map(told);
}

/** The samples of a row, numbered in the order in which they are written. */
export function samplesOf({ samples, intervalSeconds = 10 }: Scenario): SampleFact[] {
  return samples
    .flatMap((line) => {
      const [, boot, run, instants] = /^(\S+)\/(\S+): (.+)$/.exec(line)!;
      return instants!.split(' ').map((instant) => {
        const [, taken, received, monotonic] = /^(-?[\d.]+)(?:@([\d.]+))?(?:\^([\d.]+))?$/.exec(instant)!;
        return {
          bootId: boot === '-' ? null : boot!,
          runId: run === '-' ? null : run!,
          monotonicMs: boot === '-' ? null : ms(Number(monotonic ?? taken)),
          observedAtMs: ms(Number(taken)),
          receivedAtMs: ms(Number(received ?? monotonic ?? taken)),
          intervalMs: intervalSeconds * 1000,
        };
      });
    })
    .map((sample, seq) => ({ seq, ...sample }));
}

/** `from–to class (observation, evidence)` in seconds. */
export function told(one: ClassifiedInterval): string {
  const how = [one.observation, one.evidence, ...(one.isUnreachable ? ['unreachable'] : [])];
  return `${one.fromMs / 1000}–${one.toMs / 1000} ${one.class} (${how.join(', ')})`;
}

/** `from–to` in seconds. */
export function interval(text: string): Interval {
  const [from, to] = text.split('–');
  return { fromMs: ms(Number(from)), toMs: ms(Number(to)) };
}

function probed(text: string): ProbedInterval {
  const [observation, stretch] = text.split(' ');
  return { ...interval(stretch!), observation: observation as ProbedInterval['observation'] };
}

const ms = (seconds: number): number => Math.round(seconds * 1000);
