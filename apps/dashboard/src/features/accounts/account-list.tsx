import type { Account } from '@opsgauge/contract';
import { useTranslation } from 'react-i18next';
import { noValue } from '../../shared/format/figures.js';
import { RecordList } from '../../shared/ui/record-list.js';
import { RelativeTime } from '../../shared/ui/relative-time.js';
import { AccountActions } from './account-actions.js';
import { AccountState } from './account-state.js';
import { useSightWords } from './use-sight-words.js';

interface AccountListProps {
  accounts: Account[];
  onEdit: (account: Account) => void;
  onGrants: (account: Account) => void;
  onInvite: (account: Account) => void;
}

export function AccountList({ accounts, ...doing }: AccountListProps) {
  const { t } = useTranslation();
  const sightOf = useSightWords();
  return (
    <RecordList
      items={accounts}
      idOf={({ id }) => id}
      minimumWidth={1080}
      actionsWidth={170}
      isQuiet={({ isDisabled }) => isDisabled}
      columns={[
        {
          key: 'name',
          title: t('account.displayName'),
          phone: 'head',
          render: ({ displayName, username }) => (
            <span className="tight-name">
              {displayName}
              <span className="muted">{username}</span>
            </span>
          ),
        },
        { key: 'role', title: t('account.role'), width: 110, render: ({ role }) => t(`role.${role}`) },
        {
          key: 'organization',
          title: t('account.organization'),
          render: ({ organizationName }) => organizationName ?? noValue,
        },
        {
          key: 'grants',
          title: t('account.sight'),
          width: 190,
          render: sightOf,
        },
        {
          key: 'state',
          title: t('column.status'),
          width: 90,
          render: (one) => <AccountState account={one} />,
        },
        {
          key: 'totp',
          title: t('account.secondFactor'),
          width: 100,
          render: ({ hasTotp }) =>
            hasTotp ? t('account.on') : <span className="muted">{t('account.off')}</span>,
        },
        {
          key: 'login',
          title: t('account.lastLogin'),
          width: 110,
          render: ({ lastLoginAt }) => <RelativeTime moment={lastLoginAt} />,
        },
      ]}
      actions={(account) => <AccountActions account={account} {...doing} />}
      empty={<span className="muted">{t('account.none')}</span>}
    />
  );
}
