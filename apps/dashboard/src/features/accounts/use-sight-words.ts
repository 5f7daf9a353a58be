import type { Account } from '@opsgauge/contract';
import { useTranslation } from 'react-i18next';

/** What an account sees: by its role, by its own organization, and by what is granted beyond it. */
export function useSightWords(): (account: Pick<Account, 'role' | 'organizationId' | 'grants'>) => string {
  const { t } = useTranslation();
  return ({ role, organizationId, grants }) => {
    if (role === 'admin') return t('account.everything');
    const isOwnSeen = organizationId !== null && role !== 'evaluator';
    const parts = [
      ...(isOwnSeen ? [t('account.ownSystems')] : []),
      ...(grants.length ? [t('account.grantCount', { value: grants.length })] : []),
    ];
    return parts.length ? parts.join(' + ') : t('account.nothing');
  };
}
