import type { Server, ServerChange } from '@opsgauge/contract';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { changeServer } from '../../shared/api/inventory.js';
import { keys } from '../../shared/api/keys.js';
import { useChange } from '../../shared/api/use-change.js';
import { useConfirm } from '../../shared/ui/use-confirm.js';

/** What can be done to a server in the list. */
export function ServerActions({ server, onEdit }: { server: Server; onEdit: () => void }) {
  const { t } = useTranslation();
  const confirm = useConfirm();
  const change = useChange({
    change: (body: ServerChange) => changeServer(server.id, body),
    refresh: [keys.servers, keys.systems, keys.server(server.id)],
    done: t('record.saved'),
  });
  const retire = () =>
    confirm({
      title: t('server.retireTitle', { name: server.name }),
      text: t('server.retireText'),
      action: t('server.retire'),
      onConfirm: () => change.mutateAsync({ isRetired: true }),
    });
  return (
    <>
      {!server.isApproved && !server.isRetired && (
        <Button size="small" type="link" onClick={() => change.mutate({ isApproved: true })}>
          {t('server.approve')}
        </Button>
      )}
      <Button size="small" type="link" onClick={onEdit}>
        {t('action.edit')}
      </Button>
      {server.isRetired ? (
        <Button size="small" type="link" onClick={() => change.mutate({ isRetired: false })}>
          {t('server.restore')}
        </Button>
      ) : (
        <Button size="small" type="link" danger onClick={retire}>
          {t('server.retire')}
        </Button>
      )}
    </>
  );
}
