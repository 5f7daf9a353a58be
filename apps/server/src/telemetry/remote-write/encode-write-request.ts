import protobuf from 'protobufjs';
import snappy from 'snappyjs';

/** Tests only. The part of Prometheus' prompb/remote.proto and types.proto that a sender of remote write 1.0 uses. */
const { root } = protobuf.parse(`
  syntax = "proto3";
  package prometheus;
  message WriteRequest { repeated TimeSeries timeseries = 1; repeated MetricMetadata metadata = 3; }
  message MetricMetadata { string metric_family_name = 2; string help = 4; string unit = 5; }
  message TimeSeries { repeated Label labels = 1; repeated Sample samples = 2; }
  message Label { string name = 1; string value = 2; }
  message Sample { double value = 1; int64 timestamp = 2; }
`);
const writeRequest = root.lookupType('prometheus.WriteRequest');

export interface SeriesToWrite {
  readonly labels: readonly { readonly name: string; readonly value: string }[];
  readonly samples: readonly { readonly timestamp: number; readonly value: number }[];
}

/** As Prometheus encodes it, before snappy. */
export const encodeWriteRequest = (timeseries: readonly SeriesToWrite[]): Buffer =>
  Buffer.from(
    writeRequest
      .encode(
        writeRequest.fromObject({
          timeseries,
          metadata: [{ metricFamilyName: 'node_load1', help: '1m load average.' }],
        }),
      )
      .finish(),
  );

/** The body as it is sent. */
export const packWriteRequest = (timeseries: readonly SeriesToWrite[]): Buffer =>
  snappy.compress(encodeWriteRequest(timeseries));
