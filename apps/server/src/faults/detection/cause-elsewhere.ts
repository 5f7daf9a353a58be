import { targetId, type StoredCondition } from './condition-store.js';
import type { Findings } from './condition-teller.service.js';
import { isBehindMissingGateway } from './hold-back.js';
import { hostSilent } from './silence.js';

/** The servers of which nothing is heard, whether it is told as a fault or not. */
export const silentServers = (standing: readonly StoredCondition[]): ReadonlySet<string> =>
  new Set(standing.filter(({ ruleCode }) => ruleCode === hostSilent).map(({ target }) => targetId(target)));

/**
 * One cause, one fault: on a host that is silent, behind a machine that is missing, or in a system whose critical server
 * is silent, nothing fails by itself.
 */
export function hasCauseElsewhere(
  { target, ruleCode }: StoredCondition,
  { scene, latest, nowMs }: Pick<Findings, 'scene' | 'latest' | 'nowMs'>,
  silent: ReadonlySet<string>,
): boolean {
  if ('systemId' in target) {
    const { components = [] } = scene.systems.find(({ system }) => system.id === target.systemId) ?? {};
    return components.some(({ isCritical, serverId }) => isCritical && silent.has(serverId));
  }
  if (ruleCode !== hostSilent) return silent.has(target.serverId);
  return isBehindMissingGateway(target.serverId, {
    gatewayOf: (id) => scene.watched.get(id)?.gatewayServerId ?? null,
    isMissing: (id) => {
      const fact = latest.get(id)?.fact;
      return silent.has(id) || (fact !== undefined && nowMs - fact.observedAtMs > 2 * fact.intervalMs);
    },
  });
}
