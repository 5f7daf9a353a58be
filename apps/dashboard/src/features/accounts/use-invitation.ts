import type { Account, InvitationResponse } from '@opsgauge/contract';
import { useState } from 'react';
import { inviteAccount } from '../../shared/api/accounts.js';
import { keys } from '../../shared/api/keys.js';
import { useChange } from '../../shared/api/use-change.js';

/** Makes a one-time link for an account, kept until it was handed on. */
export function useInvitation() {
  const [account, setAccount] = useState<Account | null>(null);
  const make = useChange<string, InvitationResponse>({ change: inviteAccount, refresh: [keys.accounts] });
  return {
    account,
    response: make.data ?? null,
    isOpen: account !== null && make.isSuccess,
    invite: (next: Account) => {
      setAccount(next);
      make.mutate(next.id);
    },
    close: () => {
      setAccount(null);
      make.reset();
    },
  };
}
