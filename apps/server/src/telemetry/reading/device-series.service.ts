import { Injectable } from '@nestjs/common';
import {
  deviceFields,
  type DeviceField,
  type DeviceKind,
  type DeviceSamplesResponse,
} from '@opsgauge/contract';
import type { Interval } from '@opsgauge/domain';
import { Inject } from '@nestjs/common';
import { CONFIGURATION, type Configuration } from '../../platform/configuration/configuration.js';
import { Database } from '../../platform/database/database.js';
import { decodeReadings } from '../hours/hour-blob.js';
import { columnsOf } from '../hours/hour-columns.js';
import { positionsOf } from '../readings/skeleton.js';
import { BucketSums } from './bucket-sums.js';
import { Buckets } from './bucket.js';
import { readCoverage, type CoveragePart } from './coverage.js';
import { countGoneHours, readPackedHours } from './packed-hours.js';
import { SampleReader } from './sample-reader.service.js';
import { bucketsAnswer, SeriesService, seriesOf } from './series.service.js';

/** Which device of a server. */
export interface DeviceName {
  readonly kind: DeviceKind;
  /** Mount point, or name of the disk, interface or target. */
  readonly name: string;
}

type Readings = ReturnType<typeof decodeReadings>;

/** As many hours as are unpacked at a time: some megabytes. */
const hoursAtATime = 48;

/** Averages over time of single devices, which are kept in the samples only. */
@Injectable()
export class DeviceSeriesService {
  constructor(
    private readonly database: Database,
    private readonly series: SeriesService,
    private readonly reader: SampleReader,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  /** As the charts of the host's metrics; a field of which no sample of the window says anything is left out. */
  async range(
    serverId: string,
    device: DeviceName,
    window: Interval,
    points: number,
  ): Promise<DeviceSamplesResponse> {
    const widthMs = await this.series.widthMs(serverId, window, points);
    const buckets = new Buckets(window, widthMs, this.configuration.timeZone);
    const sums = new BucketSums<DeviceField>(buckets.of);
    for (const part of await readCoverage(this.database, serverId, window)) {
      for await (const readings of this.readings(serverId, part)) addDevice(readings, device, part, sums);
    }
    const found = new Set(sums.names());
    const fields = deviceFields[device.kind].filter((field) => found.has(field));
    const gone = await countGoneHours(this.database, serverId, window);
    return {
      ...bucketsAnswer(window, buckets, gone > 0 ? 'hours' : 'samples'),
      series: Object.fromEntries(fields.map((field) => [field, seriesOf<DeviceField>(field, buckets, sums)])),
    };
  }

  private async *readings(serverId: string, part: CoveragePart): AsyncIterable<Readings> {
    if (part.in !== 'folded') {
      const samples = await this.reader.readPart(serverId, part);
      yield { ...columnsOf(samples), timesMs: samples.map(({ correctedAtMs }) => correctedAtMs) };
      return;
    }
    const stepMs = hoursAtATime * 3_600_000;
    for (let fromMs = part.fromMs; fromMs < part.toMs; fromMs += stepMs) {
      const hours = await readPackedHours(this.database, serverId, {
        fromMs: fromMs === part.fromMs ? fromMs : Math.ceil(fromMs / 3_600_000) * 3_600_000,
        toMs: Math.min(part.toMs, Math.ceil((fromMs + stepMs) / 3_600_000) * 3_600_000),
      });
      for (const { blob } of hours) yield decodeReadings(blob);
    }
  }
}

function addDevice(
  { timesMs, skeletonIndexes, skeletons }: Readings,
  { kind, name }: DeviceName,
  window: Interval,
  sums: BucketSums<DeviceField>,
): void {
  const fields: readonly string[] = deviceFields[kind];
  const wanted = skeletons.map(({ skeleton }) =>
    [
      ...positionsOf(
        skeleton,
        (of, device) => of === kind && (device['mountPoint'] ?? device['name']) === name,
      ),
    ].filter(([field]) => fields.includes(field)),
  );
  const taken = skeletons.map(() => 0);
  timesMs.forEach((ms, place) => {
    const index = skeletonIndexes[place]!;
    const row = taken[index]!++;
    if (ms < window.fromMs || ms >= window.toMs) return;
    const { series } = skeletons[index]!;
    for (const [field, position] of wanted[index]!)
      sums.add(field as DeviceField, ms, series[position]![row]!);
  });
}
