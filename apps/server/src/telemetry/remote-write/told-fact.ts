import { untold } from '@opsgauge/contract';
import type { SampleFact } from '@opsgauge/domain';

/** As status reads a sample: what its source did not tell is null, and is no evidence of anything. */
export const toldFact = (fact: SampleFact): SampleFact =>
  fact.bootId === untold ? { ...fact, bootId: null, runId: null, monotonicMs: null } : fact;
