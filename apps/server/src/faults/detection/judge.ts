import {
  effectiveRule,
  stepCondition,
  type EffectiveRule,
  type FaultSeverity,
  type RuleChange,
  type Signal,
  type SignalName,
} from '@opsgauge/domain';
import { grouped } from '../../platform/grouped.js';
import type { RuleBook } from '../rules/fault-rules-store.js';
import { conditionKey, targetId, type ConditionTarget, type StoredCondition } from './condition-store.js';

/** What signals made of conditions. */
export interface Judgement {
  /** Those that began or went on. */
  readonly standing: StoredCondition[];
  /** Those that are over, with the moment since which they are. */
  readonly over: { readonly condition: StoredCondition; readonly endedAtMs: number }[];
  /** Those that came to nothing. */
  readonly forgotten: StoredCondition[];
}

/** A rule as it holds for a server, under its code. */
export interface RuleInForce {
  readonly code: string;
  readonly rule: EffectiveRule;
}

/** Where something stands, for what is set otherwise there. */
export interface RulePlace {
  readonly serverId: string | null;
  readonly systemId: string | null;
}

/** How grave a rule's faults are at a place; null where it is switched off. */
export function severityAt(
  { rules, exceptions }: RuleBook,
  code: string,
  place: RulePlace,
): FaultSeverity | null {
  const rule = rules.find((one) => one.code === code);
  if (!rule) return null;
  const changed = Object.assign(
    { isEnabled: rule.isEnabled, severity: rule.severity },
    ...changesAt(exceptions, rule.id, place),
  ) as { isEnabled: boolean; severity: FaultSeverity };
  return changed.isEnabled ? changed.severity : null;
}

/** The rules on numbers that are in force at a place. */
export const rulesInForce = ({ rules, exceptions }: RuleBook, place: RulePlace): RuleInForce[] =>
  rules.flatMap(({ id, code, rule }) => {
    if (!rule) return [];
    const effective = effectiveRule(rule, changesAt(exceptions, id, place));
    return effective.isEnabled ? [{ code, rule: effective }] : [];
  });

/** From the widest to the narrowest. */
function changesAt(
  exceptions: RuleBook['exceptions'],
  ruleId: string,
  { serverId, systemId }: RulePlace,
): RuleChange[] {
  const of = exceptions.filter((one) => one.ruleId === ruleId);
  return [
    ...of.filter((one) => systemId !== null && one.systemId === systemId),
    ...of.filter((one) => serverId !== null && one.serverId === serverId),
  ].map(({ change }) => change);
}

/** Takes new signals of a server, or of a system as a whole, into its conditions. */
export function judge(
  target: ConditionTarget,
  signals: readonly Signal[],
  rules: readonly RuleInForce[],
  conditions: ReadonlyMap<string, StoredCondition>,
): Judgement {
  const judgement: Judgement = { standing: [], over: [], forgotten: [] };
  for (const { code, rule } of rules) {
    for (const signal of signals) {
      if (signal.name !== rule.signal) continue;
      const key = conditionKey(code, target, signal.subject);
      const known = conditions.get(key) ?? null;
      const { condition, endedAtMs } = stepCondition(rule, known, signal);
      if (known && endedAtMs !== undefined) judgement.over.push({ condition: known, endedAtMs });
      else if (known && !condition) judgement.forgotten.push(known);
      if (condition && condition !== known) {
        const isTold =
          endedAtMs === undefined && known?.isTold === true && known.sinceMs === condition.sinceMs;
        judgement.standing.push({
          ...condition,
          key,
          ruleCode: code,
          target,
          subject: signal.subject,
          subjectName: signal.subjectName ?? signal.subject,
          isTold,
        });
      }
    }
  }
  judgement.over.push(...gone(target, signals, rules, conditions));
  return judgement;
}

/** By which signal a sample tells all things of a kind, for each signal about one of them. */
const tellers: Partial<Record<SignalName, SignalName>> = {
  mountUsedPercent: 'mountUsedPercent',
  mountInodesUsedPercent: 'mountUsedPercent',
  diskBusyPercent: 'diskBusyPercent',
  interfaceDown: 'interfaceDown',
  targetLossPercent: 'targetLossPercent',
  targetLatencyMs: 'targetLossPercent',
};

/**
 * What was wrong with a mount, a disk, an interface or a target that is there no longer, by a sample that tells of
 * others of its kind: it is over with that sample.
 */
function gone(
  target: ConditionTarget,
  signals: readonly Signal[],
  rules: readonly RuleInForce[],
  conditions: ReadonlyMap<string, StoredCondition>,
): Judgement['over'] {
  const things = grouped(signals, ({ name }) => name);
  const tellerOf = new Map(rules.map(({ code, rule }) => [code, tellers[rule.signal]]));
  return [...conditions.values()].flatMap((condition) => {
    if (targetId(condition.target) !== targetId(target)) return [];
    const teller = tellerOf.get(condition.ruleCode);
    const told = (teller && things.get(teller)) ?? [];
    const [first] = told;
    if (!first || told.some(({ subject }) => subject === condition.subject)) return [];
    return [{ condition, endedAtMs: first.atMs }];
  });
}
