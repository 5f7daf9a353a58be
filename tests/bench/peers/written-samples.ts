import type { Sample } from '../../../libs/contract/src/index.js';
import {
  packWriteRequest,
  type SeriesToWrite,
} from '../../../apps/server/src/telemetry/remote-write/encode-write-request.js';
import { syntheticSample } from '../store/synthetic-samples.js';

const intervalMs = 10_000;
/** As many as Prometheus sends in a request. */
const valuesPerRequest = 2000;

export interface WriteBatch {
  readonly body: Buffer;
  readonly values: number;
}

/**
 * The samples of `servers` over `hours`, as a Prometheus would hand them on: in the order of time, a series a value.
 */
export function* writtenSamples(servers: number, hours: number, endMs: number): Generator<WriteBatch> {
  let waiting: SeriesToWrite[] = [];
  const count = Math.round((hours * 3_600_000) / intervalMs);
  for (let index = 0; index < count; index += 1) {
    const atMs = endMs - (count - index) * intervalMs;
    for (let server = 0; server < servers; server += 1) {
      waiting.push(...seriesOf(syntheticSample(server, index, atMs, Math.random), `host-${server}`, atMs));
      if (waiting.length >= valuesPerRequest) {
        yield { body: packWriteRequest(waiting), values: waiting.length };
        waiting = [];
      }
    }
  }
  if (waiting.length > 0) yield { body: packWriteRequest(waiting), values: waiting.length };
}

function seriesOf({ metrics, devices }: Sample, instance: string, timestamp: number): SeriesToWrite[] {
  const one = (name: string, value: number, device = ''): SeriesToWrite => ({
    labels: Object.entries({ __name__: name, ...(device && { device }), instance, job: 'bench' }).map(
      ([label, text]) => ({ name: label, value: text }),
    ),
    samples: [{ timestamp, value }],
  });
  const ofDevice = (kind: string, device: string, readings: object) =>
    Object.entries(readings).flatMap(([name, value]) =>
      typeof value === 'number' ? [one(`${kind}_${name}`, value, device)] : [],
    );
  return [
    ...Object.entries(metrics).map(([name, value]) => one(name, value)),
    ...devices.mounts.flatMap((mount) => ofDevice('mount', mount.mountPoint, mount)),
    ...devices.disks.flatMap((disk) => ofDevice('disk', disk.name, disk)),
    ...devices.interfaces.flatMap((card) => ofDevice('interface', card.name, card)),
  ];
}
