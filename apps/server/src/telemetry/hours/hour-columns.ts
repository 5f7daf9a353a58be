import { hostMetricNames, type HostMetricName, type HostMetrics } from '@opsgauge/contract';
import type { Readings } from '../readings/readings.js';
import { putTogether, takeApart } from '../readings/skeleton.js';
import type { SampleIdentity, StoredSample } from './stored-sample.js';

/** The samples of an hour of one server, by columns: what is packed, summarised and drawn is one value of many samples. */
export interface HourColumns {
  readonly identities: readonly SampleIdentity[];
  /** A value or undefined for each sample; a metric that no sample has is left out. */
  readonly metrics: Readonly<Partial<Record<HostMetricName, readonly (number | undefined)[]>>>;
  /** Which of the skeletons each sample has. */
  readonly skeletonIndexes: readonly number[];
  readonly skeletons: readonly SkeletonColumns[];
}

/** The numbers of the samples of one skeleton: one series for each of its places, in the order of those samples. */
export interface SkeletonColumns {
  readonly skeleton: string;
  readonly series: readonly (readonly number[])[];
}

/** Gathers the samples of an hour one by one. */
export class HourBuilder {
  private readonly identities: SampleIdentity[] = [];
  private readonly metrics = new Map<HostMetricName, (number | undefined)[]>();
  private readonly skeletonIndexes: number[] = [];
  private readonly skeletons: { skeleton: string; series: number[][] }[] = [];
  private readonly indexes = new Map<string, number>();

  /** @returns the sample's place, by which its metrics are put */
  add(identity: SampleIdentity, skeleton: string, numbers: readonly number[]): number {
    let index = this.indexes.get(skeleton);
    if (index === undefined) {
      index = this.skeletons.length;
      this.indexes.set(skeleton, index);
      this.skeletons.push({ skeleton, series: numbers.map(() => []) });
    }
    const { series } = this.skeletons[index]!;
    for (let position = 0; position < series.length; position += 1)
      series[position]!.push(numbers[position]!);
    this.skeletonIndexes.push(index);
    return this.identities.push(identity) - 1;
  }

  put(place: number, name: HostMetricName, value: number): void {
    let values = this.metrics.get(name);
    if (!values) this.metrics.set(name, (values = []));
    while (values.length < place) values.push(undefined);
    values.push(value);
  }

  /** @returns in the order in which they were added */
  columns(): HourColumns {
    for (const values of this.metrics.values())
      while (values.length < this.identities.length) values.push(undefined);
    return {
      identities: this.identities,
      metrics: Object.fromEntries(this.metrics),
      skeletonIndexes: this.skeletonIndexes,
      skeletons: this.skeletons,
    };
  }
}

export function columnsOf(samples: readonly StoredSample[]): HourColumns {
  const builder = new HourBuilder();
  for (const { metrics, devices, additional, ...identity } of samples) {
    const readings: Readings = additional ? { devices, additional } : { devices };
    const { skeleton, numbers } = takeApart(readings);
    const place = builder.add(identity, skeleton, numbers);
    for (const name of hostMetricNames) {
      const value = metrics[name];
      if (value !== undefined) builder.put(place, name, value);
    }
  }
  return builder.columns();
}

export function samplesOf({ identities, metrics, skeletonIndexes, skeletons }: HourColumns): StoredSample[] {
  const taken = skeletons.map(() => 0);
  return identities.map((identity, place) => {
    const own: HostMetrics = {};
    for (const name of hostMetricNames) {
      const value = metrics[name]?.[place];
      if (value !== undefined) own[name] = value;
    }
    const index = skeletonIndexes[place]!;
    const { skeleton, series } = skeletons[index]!;
    const row = taken[index]!++;
    let position = 0;
    const readings = putTogether(skeleton, () => series[position++]![row]!) as Readings;
    return { ...identity, metrics: own, ...readings };
  });
}

/** In order of true time, as blobs and charts want them; the same columns where they are so already. */
export function inOrderOfTime(columns: HourColumns): HourColumns {
  const { identities } = columns;
  const isInOrder = identities.every(
    (one, index) => index === 0 || compare(identities[index - 1]!, one) <= 0,
  );
  return isInOrder ? columns : columnsOf(samplesOf(columns).sort(compare));
}

/**
 * The samples of an hour, each once: those that were folded before and those that are in the table of the last days,
 * which overlap until the table lets them go.
 */
export function unite(folded: HourColumns, recent: HourColumns): HourColumns {
  const byKey = new Map<string, StoredSample>();
  for (const sample of [...samplesOf(folded), ...samplesOf(recent)]) {
    const key = `${sample.observedAtMs} ${sample.seq}`;
    if (!byKey.has(key)) byKey.set(key, sample);
  }
  return columnsOf([...byKey.values()].sort(compare));
}

const compare = (one: SampleIdentity, other: SampleIdentity): number =>
  one.correctedAtMs - other.correctedAtMs || one.seq - other.seq;
