import type { ThresholdRule } from './rule.js';

/** What is set otherwise for one system or one server; what is left out stays as it is. */
export type RuleChange = Partial<Pick<ThresholdRule, 'threshold' | 'forMs' | 'severity'>> & {
  readonly isEnabled?: boolean;
};

/** A rule as it holds somewhere. */
export interface EffectiveRule extends ThresholdRule {
  readonly isEnabled: boolean;
}

/**
 * A rule as it holds for one server: what is set for the server counts before what is set for its system.
 *
 * @param changes from the widest to the narrowest
 */
export const effectiveRule = (rule: EffectiveRule, changes: readonly RuleChange[]): EffectiveRule =>
  Object.assign({}, rule, ...changes) as EffectiveRule;
