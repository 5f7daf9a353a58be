import type { SilentHost } from '../../status/host-watch.service.js';
import { conditionKey, serverOf, type StoredCondition } from './condition-store.js';

/** The rule by which a host of which nothing is heard is a fault. */
export const hostSilent = 'host-silent';

/**
 * What the silence of hosts made of its conditions. It takes no time to become one: by then the host has missed three
 * samples (semantics, evidence 7). A host of which nothing can be told stays as it was.
 *
 * @returns the hosts newly silent, and the conditions of those heard again
 */
export function judgeSilence(
  silent: ReadonlyMap<string, SilentHost>,
  unknown: ReadonlySet<string>,
  conditions: ReadonlyMap<string, StoredCondition>,
  nowMs: number,
): { readonly begun: StoredCondition[]; readonly heard: StoredCondition[] } {
  const begun = [...silent].flatMap(([serverId, { sinceMs }]): StoredCondition[] => {
    const target = { serverId };
    const key = conditionKey(hostSilent, target, '');
    if (conditions.has(key)) return [];
    return [
      {
        key,
        ruleCode: hostSilent,
        target,
        subject: '',
        subjectName: '',
        sinceMs,
        heldAtMs: nowMs,
        overSinceMs: null,
        isFiring: true,
        isTold: false,
        value: 1,
      },
    ];
  });
  const heard = [...conditions.values()].filter(({ ruleCode, target }) => {
    const serverId = serverOf(target)!;
    return ruleCode === hostSilent && !silent.has(serverId) && !unknown.has(serverId);
  });
  return { begun, heard };
}
