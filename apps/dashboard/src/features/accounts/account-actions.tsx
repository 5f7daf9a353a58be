import { EllipsisOutlined } from '@ant-design/icons';
import type { Account } from '@opsgauge/contract';
import { useQuery } from '@tanstack/react-query';
import { Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { sessionQuery } from '../../shared/api/queries.js';
import { useAccountChanges } from './use-account-changes.js';

interface AccountActionsProps {
  account: Account;
  onEdit: (account: Account) => void;
  onGrants: (account: Account) => void;
  onInvite: (account: Account) => void;
}

/** What can be done to an account. Nobody shuts himself out. */
export function AccountActions({ account, onEdit, onGrants, onInvite }: AccountActionsProps) {
  const { t } = useTranslation();
  const { data: session } = useQuery(sessionQuery);
  const isSelf = session?.user?.id === account.id;
  const changes = useAccountChanges(account, onInvite);
  const { isDisabled, hasTotp, displayName: name } = account;
  return (
    <>
      <Button size="small" type="link" onClick={() => onEdit(account)}>
        {t('action.edit')}
      </Button>
      {account.role !== 'admin' && (
        <Button size="small" type="link" onClick={() => onGrants(account)}>
          {t('account.grants')}
        </Button>
      )}
      <Dropdown
        trigger={['click']}
        menu={{
          onClick: ({ key }) => changes[key as keyof typeof changes](),
          items: [
            { key: 'invite', label: t('account.makeLink'), disabled: isDisabled || isSelf },
            { key: 'endSessions', label: t('account.endSessions'), disabled: isSelf },
            { key: 'turnOffTotp', label: t('account.turnOffTotp'), disabled: !hasTotp || isSelf },
            isDisabled
              ? { key: 'enable', label: t('account.enable') }
              : { key: 'disable', label: t('account.disable'), danger: true, disabled: isSelf },
          ],
        }}
      >
        <Button
          size="small"
          type="text"
          icon={<EllipsisOutlined />}
          aria-label={t('account.moreOf', { name })}
        />
      </Dropdown>
    </>
  );
}
