/** The labels that tell apart the series of each metric that is read, in the order in which they are kept. */
const labelsOfMetric: Readonly<Record<string, readonly string[]>> = {
  node_cpu_seconds_total: ['cpu', 'mode'],
  node_load1: [],
  node_memory_MemTotal_bytes: [],
  node_memory_MemAvailable_bytes: [],
  node_memory_MemFree_bytes: [],
  node_memory_Buffers_bytes: [],
  node_memory_Cached_bytes: [],
  node_memory_SReclaimable_bytes: [],
  node_memory_Shmem_bytes: [],
  node_memory_SwapTotal_bytes: [],
  node_memory_SwapFree_bytes: [],
  node_filesystem_size_bytes: ['device', 'fstype', 'mountpoint'],
  node_filesystem_free_bytes: ['device', 'fstype', 'mountpoint'],
  node_filesystem_avail_bytes: ['device', 'fstype', 'mountpoint'],
  node_filesystem_files: ['device', 'fstype', 'mountpoint'],
  node_filesystem_files_free: ['device', 'fstype', 'mountpoint'],
  node_disk_read_bytes_total: ['device'],
  node_disk_written_bytes_total: ['device'],
  node_disk_reads_completed_total: ['device'],
  node_disk_writes_completed_total: ['device'],
  node_disk_io_time_seconds_total: ['device'],
  node_network_up: ['device'],
  node_network_receive_bytes_total: ['device'],
  node_network_transmit_bytes_total: ['device'],
  node_network_receive_errs_total: ['device'],
  node_network_transmit_errs_total: ['device'],
  node_network_receive_drop_total: ['device'],
  node_network_transmit_drop_total: ['device'],
  node_netstat_Tcp_RetransSegs: [],
  node_netstat_Tcp_CurrEstab: [],
  // All processes; node_procs_running and node_procs_blocked count only those that want a processor or a disk now.
  node_processes_pids: [],
  node_boot_time_seconds: [],
};

/** Names a series among those of one host: `["node_cpu_seconds_total","0","idle"]`. Null of one that is not read. */
export function seriesKey(labels: ReadonlyMap<string, string>): string | null {
  const metric = labels.get('__name__') ?? '';
  const names = Object.hasOwn(labelsOfMetric, metric) ? labelsOfMetric[metric] : undefined;
  return names ? JSON.stringify([metric, ...names.map((name) => labels.get(name) ?? '')]) : null;
}

/** Everything that node_exporter said at one moment, by `seriesKey`. */
export interface Scrape {
  readonly atMs: number;
  readonly values: Readonly<Record<string, number>>;
}

/** One scrape and the one before, by metric. */
export class Readings {
  private readonly metrics = new Map<string, { readonly key: string; readonly labels: string[] }[]>();
  /** Since the scrape before; null without one. */
  private readonly seconds: number | null;

  constructor(
    private readonly scrape: Scrape,
    private readonly before: Scrape | null,
  ) {
    this.seconds = before && scrape.atMs > before.atMs ? (scrape.atMs - before.atMs) / 1000 : null;
    for (const key of Object.keys(scrape.values)) {
      const [metric, ...labels] = JSON.parse(key) as [string, ...string[]];
      const known = this.metrics.get(metric);
      if (known) known.push({ key, labels });
      else this.metrics.set(metric, [{ key, labels }]);
    }
  }

  get atMs(): number {
    return this.scrape.atMs;
  }

  /** The labels of every series of a metric. */
  labelsOf(metric: string): readonly (readonly string[])[] {
    return (this.metrics.get(metric) ?? []).map(({ labels }) => labels);
  }

  value(metric: string, ...labels: readonly string[]): number | undefined {
    return this.scrape.values[JSON.stringify([metric, ...labels])];
  }

  /** How far a counter moved since the scrape before; undefined where that is not known, or it began anew. */
  moved(metric: string, ...labels: readonly string[]): number | undefined {
    const key = JSON.stringify([metric, ...labels]);
    const [now, then] = [this.scrape.values[key], this.before?.values[key]];
    if (this.seconds === null || now === undefined || then === undefined || now < then) return undefined;
    return now - then;
  }

  perSecond(metric: string, ...labels: readonly string[]): number | undefined {
    const moved = this.moved(metric, ...labels);
    return moved === undefined ? undefined : moved / this.seconds!;
  }
}
