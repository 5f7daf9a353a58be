import type { AuditEntry } from '@opsgauge/contract';
import { useTranslation } from 'react-i18next';

/** Who did it: a person by the user name, and in words where it was nobody who has one. */
export function useActorWords(): (entry: Pick<AuditEntry, 'actorId' | 'actorName'>) => string {
  const { t } = useTranslation();
  return ({ actorId, actorName }) => {
    if (actorId !== null) return actorName;
    if (actorName === 'anonymous') return t('audit.anonymous');
    if (actorName === 'hub') return t('audit.hub');
    return actorName.startsWith('agent ') ? t('audit.agent') : actorName;
  };
}
