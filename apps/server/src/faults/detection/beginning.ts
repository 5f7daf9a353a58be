import { instantText } from '../../platform/clock.js';
import type { ConditionBegun } from '../fault-intake.service.js';
import { serverOf, type StoredCondition } from './condition-store.js';
import type { Findings } from './condition-teller.service.js';
import { placeIn } from './detection-scene.service.js';
import { rulesInForce, severityAt } from './judge.js';
import { hostSilent } from './silence.js';

/** Rules whose faults make a critical service unusable, and not only worse. */
const stopping: readonly string[] = [hostSilent, 'probe-failing'];

/** What is said of a condition when it becomes a fault; it is in a system by then. */
export function beginningOf(
  { key, target, ruleCode, subject, subjectName, value, sinceMs, heldAtMs }: StoredCondition,
  startMs: number,
  { scene, book, nowMs }: Pick<Findings, 'scene' | 'book' | 'nowMs'>,
): ConditionBegun {
  const serverId = serverOf(target);
  const component = serverId === null ? undefined : scene.placeOf.get(serverId);
  const place = placeIn(scene, target);
  const rule = book.rules.find(({ code }) => code === ruleCode)!;
  const judgedBy = rulesInForce(book, place).find(({ code }) => code === ruleCode)?.rule ?? rule.rule;
  return {
    conditionKey: key,
    systemId: place.systemId!,
    serverId,
    componentId: component?.id ?? null,
    ruleId: rule.id,
    severity: severityAt(book, ruleCode, place) ?? rule.severity,
    stopsCriticalService:
      stopping.includes(ruleCode) && (serverId === null || component?.isCritical === true),
    title: {
      code: rule.name === null ? ruleCode : 'custom',
      params: { ...(rule.name !== null && { name: rule.name }), subject: subjectName, value },
    },
    startAtMs: startMs,
    detectedAtMs: nowMs,
    evidence: {
      heldSince: instantText(sinceMs),
      seenAt: instantText(heldAtMs),
      value,
      subject,
      // A rule may be changed or deleted: what it judged, and by what, stays with the fault.
      ...(judgedBy && {
        signal: judgedBy.signal,
        comparison: judgedBy.comparison,
        threshold: judgedBy.threshold,
        forSeconds: judgedBy.forMs / 1000,
      }),
    },
  };
}
