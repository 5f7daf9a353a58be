import type { Account } from '@opsgauge/contract';
import { useTranslation } from 'react-i18next';

export function AccountState({ account }: { account: Account }) {
  const { t } = useTranslation();
  if (account.isDisabled) return <span className="tag">{t('account.disabled')}</span>;
  if (account.isInvited) return <span className="tag warning">{t('account.invited')}</span>;
  return <span className="tag up">{t('account.active')}</span>;
}
