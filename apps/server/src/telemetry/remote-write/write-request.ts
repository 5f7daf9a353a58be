import protobuf from 'protobufjs/minimal.js';

/** One series of a write request, with its values. Instants are milliseconds UTC. */
export interface WrittenSeries {
  /** The metric's name is the label `__name__`. */
  readonly labels: ReadonlyMap<string, string>;
  readonly samples: readonly { readonly atMs: number; readonly value: number }[];
}

export interface WriteRequestLimits {
  readonly seriesMax: number;
  readonly labelsMax: number;
  readonly samplesMax: number;
}

/**
 * Reads Prometheus' `WriteRequest` (remote write 1.0): `repeated TimeSeries timeseries = 1`, of each
 * `repeated Label labels = 1 { name = 1, value = 2 }` and `repeated Sample samples = 2 { double value = 1, int64
 * timestamp = 2 }`. Metadata, exemplars and histograms are passed over.
 *
 * @throws Error when it is broken or larger than the limits
 */
export function readWriteRequest(bytes: Uint8Array, limits: WriteRequestLimits): WrittenSeries[] {
  const reader = protobuf.Reader.create(bytes);
  const series: WrittenSeries[] = [];
  while (reader.pos < reader.len) {
    const tag = reader.uint32();
    if (tag !== tagOf(1, lengthDelimited)) {
      reader.skipType(tag & 7);
      continue;
    }
    if (series.length === limits.seriesMax) throw new Error(`has more than ${limits.seriesMax} series`);
    series.push(readSeries(reader, limits));
  }
  return series;
}

const fixed64 = 1;
const lengthDelimited = 2;
const tagOf = (field: number, wireType: number): number => (field << 3) | wireType;

function readSeries(reader: protobuf.Reader, limits: WriteRequestLimits): WrittenSeries {
  const labels = new Map<string, string>();
  const samples: { atMs: number; value: number }[] = [];
  const end = endOfMessage(reader);
  while (reader.pos < end) {
    const tag = reader.uint32();
    if (tag === tagOf(1, lengthDelimited)) {
      if (labels.size === limits.labelsMax)
        throw new Error(`has a series of more than ${limits.labelsMax} labels`);
      const [name, value] = readLabel(reader);
      labels.set(name, value);
    } else if (tag === tagOf(2, lengthDelimited)) {
      if (samples.length === limits.samplesMax)
        throw new Error(`has a series of more than ${limits.samplesMax} samples`);
      samples.push(readSample(reader));
    } else reader.skipType(tag & 7);
  }
  assertAt(reader, end);
  return { labels, samples };
}

function readLabel(reader: protobuf.Reader): [string, string] {
  let [name, value] = ['', ''];
  const end = endOfMessage(reader);
  while (reader.pos < end) {
    const tag = reader.uint32();
    if (tag === tagOf(1, lengthDelimited)) name = reader.string();
    else if (tag === tagOf(2, lengthDelimited)) value = reader.string();
    else reader.skipType(tag & 7);
  }
  assertAt(reader, end);
  return [name, value];
}

function readSample(reader: protobuf.Reader): { atMs: number; value: number } {
  let [atMs, value] = [0, 0];
  const end = endOfMessage(reader);
  while (reader.pos < end) {
    const tag = reader.uint32();
    if (tag === tagOf(1, fixed64)) value = reader.double();
    else if (tag === tagOf(2, 0)) atMs = Number(reader.int64());
    else reader.skipType(tag & 7);
  }
  assertAt(reader, end);
  return { atMs, value };
}

function endOfMessage(reader: protobuf.Reader): number {
  const length = reader.uint32();
  if (reader.pos + length > reader.len) throw new Error('ends in the midst of a message');
  return reader.pos + length;
}

/** A field that runs over the end of its message would be read as part of the next one. */
function assertAt(reader: protobuf.Reader, end: number): void {
  if (reader.pos !== end) throw new Error('has a field that is longer than its message');
}
