import type { DeviceReadings } from '@opsgauge/contract';

type Kind = keyof DeviceReadings;
type Reading = Record<string, string | number | boolean | undefined>;

/** What a device is, apart from its numbers: its kind, its texts and which of its fields are flags. */
interface Device {
  readonly kind: Kind;
  readonly texts: Readonly<Record<string, string>>;
  readonly flags: readonly string[];
}

/**
 * The devices of a sample of an hour of layout 1.
 *
 * @param identity who they were, in order
 * @param numbers of the sample, each named by the device's place and the field
 */
export function joinDevices(identity: string, numbers: ReadonlyMap<string, number>): DeviceReadings {
  const joined: Record<Kind, Reading[]> = { mounts: [], disks: [], interfaces: [] };
  const devices = JSON.parse(identity) as Device[];
  const readings = devices.map(({ kind, texts }) => {
    const reading: Reading = { ...texts };
    joined[kind].push(reading);
    return reading;
  });
  for (const [name, value] of numbers) {
    const [, place, field] = /^device (\d+) (.+)$/.exec(name) ?? [];
    const device = devices[Number(place)];
    if (!device || field === undefined) continue;
    readings[Number(place)]![field] = device.flags.includes(field) ? value === 1 : value;
  }
  return joined as unknown as DeviceReadings;
}
