import { unstorableMessage, unstorablePath } from '../../platform/http/unstorable-text.js';
import { seriesKey, type Scrape } from './exporter/series.js';
import type { WrittenSeries } from './write-request.js';

/** What one write request says of one host: its label `instance` names it. */
export interface WrittenHost {
  readonly instance: string;
  /** By node_exporter's own word; null where it is not in this request. */
  readonly hostname: string | null;
  /** In parts: Prometheus may spread a scrape over several requests. */
  readonly scrapes: readonly Scrape[];
}

const instanceLengthMax = 256;
/** The counters of a kernel have 64 bits. */
const valueMax = 2 ** 64;

/**
 * Sorts series by host and moment. Series that are not read, and values that are none (Prometheus marks the end of a
 * series with NaN), are passed over.
 *
 * @throws Error naming a series whose instance is no name of a host, or that holds a text that cannot be stored
 */
export function writtenHosts(series: readonly WrittenSeries[]): WrittenHost[] {
  const hosts = new Map<string, { hostname: string | null; scrapes: Map<number, Record<string, number>> }>();
  for (const { labels, samples } of series) {
    const isIdentity = labels.get('__name__') === 'node_uname_info';
    const key = seriesKey(labels);
    if (key === null && !isIdentity) continue;
    assertStorable(labels);
    const instance = instanceOf(labels);
    const host = hosts.get(instance) ?? { hostname: null, scrapes: new Map() };
    hosts.set(instance, host);
    if (isIdentity) host.hostname = labels.get('nodename')?.slice(0, 255) ?? null;
    if (key === null) continue;
    for (const { atMs, value } of samples) {
      if (Number.isNaN(value) || Math.abs(value) > valueMax) continue;
      const values = host.scrapes.get(atMs) ?? {};
      values[key] = value;
      host.scrapes.set(atMs, values);
    }
  }
  return [...hosts].map(([instance, { hostname, scrapes }]) => ({
    instance,
    hostname,
    scrapes: [...scrapes].map(([atMs, values]) => ({ atMs, values })),
  }));
}

function assertStorable(labels: ReadonlyMap<string, string>): void {
  const label = unstorablePath(Object.fromEntries(labels));
  if (label !== null)
    throw new Error(`has ${labels.get('__name__')} whose label ${label} ${unstorableMessage}`);
}

function instanceOf(labels: ReadonlyMap<string, string>): string {
  const instance = labels.get('instance') ?? '';
  if (instance === '' || instance.length > instanceLengthMax) {
    throw new Error(
      `has ${labels.get('__name__')} with no label instance of 1 to ${instanceLengthMax} characters`,
    );
  }
  return instance;
}
