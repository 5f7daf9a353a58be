import type { Account } from '@opsgauge/contract';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { accountsQuery } from '../../shared/api/accounts.js';
import { PageHead } from '../../shared/ui/page-head.js';
import { QueryState } from '../../shared/ui/query-state.js';
import { SectionBar } from '../../shared/ui/section-bar.js';
import { useEditing } from '../../shared/ui/use-editing.js';
import { AccountForm } from './account-form.js';
import { AccountList } from './account-list.js';
import { GrantsDrawer } from './grants-drawer.js';
import { InvitationModal } from './invitation-modal.js';
import { useInvitation } from './use-invitation.js';

const matches = (text: string) => {
  const wanted = text.trim().toLocaleLowerCase();
  return ({ username, displayName, organizationName }: Account) =>
    `${username} ${displayName} ${organizationName ?? ''}`.toLocaleLowerCase().includes(wanted);
};

/** Who may log in, as what, and to see what. */
export function AccountsPage() {
  const { t } = useTranslation();
  const query = useQuery(accountsQuery);
  const editing = useEditing<Account>();
  const granting = useEditing<Account>();
  const invitation = useInvitation();
  const [text, setText] = useState('');
  return (
    <>
      <PageHead title={t('navigation.accounts')} help="accounts" />
      <section className="panel">
        <QueryState query={query} errorTitle={t('account.loadFailed')}>
          {({ items }) => {
            const shown = items.filter(matches(text));
            return (
              <>
                <SectionBar
                  count={shown.length}
                  search={{ value: text, onChange: setText }}
                  add={{ label: t('account.add'), onAdd: () => editing.start(null) }}
                />
                <AccountList
                  accounts={shown}
                  onEdit={editing.start}
                  onGrants={granting.start}
                  onInvite={(account) => invitation.invite(account)}
                />
                <AccountForm editing={editing} onCreated={(account) => invitation.invite(account)} />
                <GrantsDrawer
                  account={items.find(({ id }) => id === granting.item?.id) ?? granting.item}
                  isOpen={granting.isOpen}
                  onClose={granting.close}
                />
                <InvitationModal invitation={invitation} />
              </>
            );
          }}
        </QueryState>
      </section>
    </>
  );
}
