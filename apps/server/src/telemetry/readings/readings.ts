import type { AdditionalReadings, DeviceReadings } from '@opsgauge/contract';

/** What a sample says beyond the host's metrics. */
export interface Readings {
  readonly devices: DeviceReadings;
  readonly additional?: AdditionalReadings | undefined;
}
