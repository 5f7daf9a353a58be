import type { Evidence, Observation, StatusClass } from '@opsgauge/domain';
import { z } from 'zod';

export const statusClassSchema = z.enum([
  'up',
  'down',
  'unknown',
  'maintenance',
  'out-of-service',
] satisfies StatusClass[]);
export const observationSchema = z.enum(['up', 'down', 'unknown'] satisfies Observation[]);
/** Why an instant is read as it is; the order in which evidence decides stands in libs/domain/src/status/read-gap.ts. */
export const evidenceSchema = z.enum([
  'samples',
  'boot',
  'soft-miss',
  'frozen',
  'agent-stopped',
  'probe',
  'hub-outage',
  'silence',
  'not-monitored',
  'components',
] satisfies Evidence[]);
