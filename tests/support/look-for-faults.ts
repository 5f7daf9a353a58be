import { DetectionService } from '../../apps/server/src/faults/detection/detection.service.js';
import type { TestHub } from './test-hub.js';
import { until } from './until.js';

/** Has a hub look for faults, by the clock as it stands, whoever else looks by himself. */
export const lookForFaults = (hub: TestHub): Promise<unknown> =>
  until('a look of our own', () => hub.app.get(DetectionService).look());
