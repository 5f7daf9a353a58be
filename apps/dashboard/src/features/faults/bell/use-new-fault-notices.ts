import type { Fault } from '@opsgauge/contract';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useFaultTitle } from '../../../shared/faults/use-fault-title.js';
import { newFaults } from './new-faults.js';

/** Tells of faults that nobody knew of a moment ago, by the browser's notifications. */
export function useNewFaultNotices(faults: readonly Fault[] | undefined, isOn: boolean): void {
  const { t } = useTranslation();
  const titleOf = useFaultTitle();
  const navigate = useNavigate();
  const known = useRef<Set<string> | null>(null);
  useEffect(() => {
    if (!faults) return;
    const fresh = newFaults(known.current, faults);
    known.current = new Set([...(known.current ?? []), ...faults.map(({ id }) => id)]);
    if (!isOn) return;
    for (const { id, number, title, serverName, systemName } of fresh) {
      const body = [titleOf(title), serverName, systemName].filter(Boolean).join(' · ');
      // The same tag in every open tab: the browser shows it once.
      const notice = new Notification(t('faultBell.newFault', { number }), { body, tag: id });
      notice.onclick = () => {
        window.focus();
        void navigate(`/faults/${id}`);
      };
    }
  }, [faults, isOn, t, titleOf, navigate]);
}
