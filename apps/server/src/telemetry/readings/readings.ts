import type { AdditionalReadings, DeviceReadings, Sample } from '@opsgauge/contract';

/** What a sample says beyond the host's metrics. */
export interface Readings {
  readonly devices: DeviceReadings;
  readonly additional?: AdditionalReadings | undefined;
}

/** What a sample's row keeps of them. */
export const readingsOf = ({ devices, additional }: Sample): Readings => ({
  devices,
  ...(additional && { additional }),
});
