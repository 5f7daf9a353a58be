import type { Account, GrantTarget } from '@opsgauge/contract';
import { Button, Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { addGrant, removeGrant } from '../../shared/api/accounts.js';
import { keys } from '../../shared/api/keys.js';
import { useChange } from '../../shared/api/use-change.js';
import { AddGrant } from './add-grant.js';

interface GrantsDrawerProps {
  account: Account | null;
  isOpen: boolean;
  onClose: () => void;
}

/** What an account sees: what its grants name, and nothing else. */
export function GrantsDrawer({ account, isOpen, onClose }: GrantsDrawerProps) {
  const { t } = useTranslation();
  const id = account?.id ?? '';
  const add = useChange({ change: (target: GrantTarget) => addGrant(id, target), refresh: [keys.accounts] });
  const remove = useChange({
    change: (grantId: string) => removeGrant(id, grantId),
    refresh: [keys.accounts],
  });
  return (
    <Drawer
      open={isOpen}
      onClose={onClose}
      size="min(480px, 100vw)"
      title={t('account.grantsOf', { name: account?.displayName ?? '' })}
      destroyOnHidden
    >
      <p className="muted">{t('account.grantsHint')}</p>
      <AddGrant isBusy={add.isPending} onAdd={(target) => add.mutate(target)} />
      {account && !account.grants.length && <div className="empty muted">{t('account.noGrants')}</div>}
      {account?.grants.map((grant) => (
        <div className="server-row row" key={grant.id}>
          <span className="tag outlined">{t(`grantKind.${grant.target.kind}`)}</span>
          <span className="clipped">{grant.targetName}</span>
          <span className="spacer" />
          <Button
            size="small"
            type="link"
            danger
            loading={remove.isPending && remove.variables === grant.id}
            onClick={() => remove.mutate(grant.id)}
          >
            {t('account.revoke')}
          </Button>
        </div>
      ))}
    </Drawer>
  );
}
