import type { Account } from '@opsgauge/contract';
import { useTranslation } from 'react-i18next';
import { changeAccount, endAccountSessions, turnOffAccountTotp } from '../../shared/api/accounts.js';
import { keys } from '../../shared/api/keys.js';
import { useChange } from '../../shared/api/use-change.js';
import { useConfirm } from '../../shared/ui/use-confirm.js';

/** What is done to an account from the list, each after a question where it takes something away. */
export function useAccountChanges(account: Account, onInvite: (account: Account) => void) {
  const { t } = useTranslation();
  const confirm = useConfirm();
  const refresh = [keys.accounts];
  const done = t('record.saved');
  const disabling = useChange({
    change: (isDisabled: boolean) => changeAccount(account.id, { isDisabled }),
    refresh,
    done,
  });
  const ending = useChange({ change: () => endAccountSessions(account.id), refresh, done });
  const leaving = useChange({ change: () => turnOffAccountTotp(account.id), refresh, done });
  const name = account.displayName;
  return {
    invite: () =>
      account.isInvited
        ? onInvite(account)
        : confirm({
            title: t('account.resetTitle', { name }),
            text: t('account.resetText'),
            action: t('account.makeLink'),
            onConfirm: async () => onInvite(account),
          }),
    endSessions: () =>
      confirm({
        title: t('account.endSessionsTitle', { name }),
        text: t('account.endSessionsText'),
        action: t('account.endSessions'),
        onConfirm: () => ending.mutateAsync(),
      }),
    turnOffTotp: () =>
      confirm({
        title: t('account.turnOffTotpTitle', { name }),
        text: t('account.turnOffTotpText'),
        action: t('account.turnOffTotp'),
        onConfirm: () => leaving.mutateAsync(),
      }),
    disable: () =>
      confirm({
        title: t('account.disableTitle', { name }),
        text: t('account.disableText'),
        action: t('account.disable'),
        onConfirm: () => disabling.mutateAsync(true),
      }),
    enable: () => disabling.mutate(false),
  };
}
