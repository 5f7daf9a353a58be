import type { FaultSeverity } from '@opsgauge/domain';

/** The rules that judge the status of hosts and no number: only how grave they are can be set. */
export const statusRules = {
  /** Nothing is heard of it, by the soft-miss limit. */
  'host-silent': { severity: 'serious' },
  /** It was down for a while that only became known afterwards: it restarted, or was frozen. */
  'host-interrupted': { severity: 'minor' },
  /** The machine went on and its agent did not. */
  'agent-stopped': { severity: 'minor' },
} as const satisfies Record<string, { readonly severity: FaultSeverity }>;
export type StatusRuleCode = keyof typeof statusRules;
