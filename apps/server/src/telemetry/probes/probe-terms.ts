import { probeValidityMs, type ProbeTerms } from '@opsgauge/domain';
import type { ProbeDefinition } from '../../inventory/probe.entity.js';

/** How a probe's results are read. */
export const termsOf = ({
  failuresToDown,
  intervalSeconds,
  timeoutSeconds,
  isCanary,
  isEvidenceOfHost,
}: ProbeDefinition): ProbeTerms => ({
  failuresToDown,
  validityMs: probeValidityMs({ intervalSeconds, timeoutSeconds, isVouching: isCanary || isEvidenceOfHost }),
});
