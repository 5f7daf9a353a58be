import type { DeviceReadings } from '@opsgauge/contract';

type Kind = keyof DeviceReadings;
type Reading = Record<string, string | number | boolean | undefined>;

/** What a device is, apart from its numbers: its kind, its texts and which of its fields are flags. */
interface Device {
  readonly kind: Kind;
  readonly texts: Readonly<Record<string, string>>;
  readonly flags: readonly string[];
}

/** The devices of one sample taken apart: who they were, in order, and the number of each field by a name. */
export interface SplitDevices {
  /** The same text for samples of the same devices. */
  readonly identity: string;
  readonly numbers: ReadonlyMap<string, number>;
}

const kinds = ['mounts', 'disks', 'interfaces'] as const satisfies readonly Kind[];
const nameOf = (place: number, field: string) => `device ${place} ${field}`;

/** A host's devices hardly ever change, their numbers always: kept apart, the first cost nothing and the second little. */
export function splitDevices(devices: DeviceReadings): SplitDevices {
  const numbers = new Map<string, number>();
  const found: Device[] = [];
  for (const kind of kinds) {
    for (const reading of devices[kind] as readonly Reading[]) {
      const texts: Record<string, string> = {};
      const flags: string[] = [];
      for (const [field, value] of Object.entries(reading)) {
        if (value === undefined) continue;
        if (typeof value === 'string') {
          texts[field] = value;
          continue;
        }
        if (typeof value === 'boolean') flags.push(field);
        numbers.set(nameOf(found.length, field), Number(value));
      }
      found.push({ kind, texts, flags });
    }
  }
  return { identity: JSON.stringify(found), numbers };
}

/** @param numbers of the sample, by the names that {@link splitDevices} gave them */
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
