import type { Fault, FaultRequest } from '@opsgauge/contract';
import { useTranslation } from 'react-i18next';
import { enterFault } from '../../../shared/api/faults.js';
import { keys } from '../../../shared/api/keys.js';
import { useChange } from '../../../shared/api/use-change.js';
import { hubNow } from '../../../shared/time/clock.js';
import { useEditing } from '../../../shared/ui/use-editing.js';
import type { ActionOnFault } from './action-drawer.js';
import type { OfferedAction } from './offered-actions.js';

/** Which of a fault's requests an action decides. */
function requestOf(action: OfferedAction, requests: readonly FaultRequest[]): FaultRequest | null {
  const pending = requests.filter(({ decision }) => decision === 'pending');
  if (action === 'approveSuspension') return pending.find(({ kind }) => kind === 'suspension') ?? null;
  if (action === 'approveExclusion') return pending.find(({ kind }) => kind === 'exclusion') ?? null;
  return action === 'refuse' ? (pending[0] ?? null) : null;
}

/** Starts an action: an answer is entered at once, since its moment counts; anything else opens its form. */
export function useFaultActions() {
  const { t } = useTranslation();
  const { item, isOpen, start, close } = useEditing<ActionOnFault>();
  const { mutate } = useChange({
    change: (faultId: string) => enterFault(faultId, { action: 'acknowledge' }),
    refresh: [keys.faults],
    done: t('faultForm.acknowledged'),
  });
  const act = (action: OfferedAction, fault: Fault, request?: FaultRequest) => {
    if (action === 'acknowledge') return mutate(fault.id);
    const openedAt = new Date(hubNow()).toISOString();
    start({ action, fault, request: request ?? requestOf(action, fault.openRequests), openedAt });
  };
  return { act, drawer: { target: item, isOpen, onClose: close } };
}

export type Act = ReturnType<typeof useFaultActions>['act'];
