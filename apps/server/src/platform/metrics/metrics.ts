import { Injectable } from '@nestjs/common';

type Labels = Readonly<Record<string, string>>;
interface Value {
  readonly value: number;
  readonly labels?: Labels;
  /** After the metric's name, e.g. `_bucket`. */
  readonly suffix?: string;
}
interface Metric {
  readonly name: string;
  readonly help: string;
  readonly type: 'counter' | 'gauge' | 'histogram';
  readonly read: () => readonly Value[] | Promise<readonly Value[]>;
}

/** What the platform tells of itself: each room registers its own, and `text` writes them in Prometheus' format 0.0.4. */
@Injectable()
export class Metrics {
  private readonly metrics: Metric[] = [];

  /** Something that only grows; counted per combination of labels. */
  counter(name: string, help: string): (by?: number, labels?: Labels) => void {
    const values = new Map<string, { value: number; labels: Labels }>();
    this.metrics.push({ name, help, type: 'counter', read: () => [...values.values()] });
    return (by = 1, labels = {}) => {
      const key = JSON.stringify(labels);
      values.set(key, { labels, value: (values.get(key)?.value ?? 0) + by });
    };
  }

  /** A distribution. @param bounds upper ends of the buckets, ascending */
  histogram(name: string, help: string, bounds: readonly number[]): (value: number) => void {
    const counts = bounds.map(() => 0);
    let [count, sum] = [0, 0];
    const read = (): Value[] => [
      ...bounds.map((bound, index) => ({
        suffix: '_bucket',
        labels: { le: String(bound) },
        value: counts[index]!,
      })),
      { suffix: '_bucket', labels: { le: '+Inf' }, value: count },
      { suffix: '_sum', value: sum },
      { suffix: '_count', value: count },
    ];
    this.metrics.push({ name, help, type: 'histogram', read });
    return (value) => {
      bounds.forEach((bound, index) => (counts[index]! += value <= bound ? 1 : 0));
      count += 1;
      sum += value;
    };
  }

  /** Something that is read when asked for; while it cannot be read it is left out. */
  gauge(name: string, help: string, read: Metric['read'], type: 'gauge' | 'counter' = 'gauge'): void {
    this.metrics.push({ name, help, type, read });
  }

  async text(): Promise<string> {
    const blocks = await Promise.all(
      this.metrics.map(async ({ name, help, type, read }) => {
        const values = await Promise.resolve()
          .then(read)
          .catch(() => []);
        const lines = values.map(
          ({ suffix = '', labels, value }) => `${name}${suffix}${labelText(labels)} ${value}\n`,
        );
        return `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${lines.join('')}`;
      }),
    );
    return blocks.join('');
  }
}

const escaped: Record<string, string> = { '\\': '\\\\', '"': '\\"', '\n': '\\n' };

function labelText(labels: Labels = {}): string {
  const pairs = Object.entries(labels).map(
    ([name, value]) => `${name}="${value.replace(/[\\"\n]/g, (character) => escaped[character]!)}"`,
  );
  return pairs.length > 0 ? `{${pairs.join(',')}}` : '';
}
