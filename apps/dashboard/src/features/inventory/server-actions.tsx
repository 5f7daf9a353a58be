import type { Server, ServerChange } from '@opsgauge/contract';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { changeServer } from '../../shared/api/inventory.js';
import { keys } from '../../shared/api/keys.js';
import { useChange } from '../../shared/api/use-change.js';
import { useConfirm } from '../../shared/ui/use-confirm.js';
import { EditButton } from '../../shared/ui/row-buttons.js';

/** What can be done to a server in the list; one that waits is approved first, by the form that also places it. */
export function ServerActions({ server, onEdit }: { server: Server; onEdit: () => void }) {
  const { t } = useTranslation();
  const confirm = useConfirm();
  const change = useChange({
    change: (body: ServerChange) => changeServer(server.id, body),
    refresh: [keys.servers, keys.systems, keys.server(server.id), keys.allActuals],
    done: t('record.saved'),
  });
  const ask = (how: 'retire' | 'restore') =>
    confirm({
      title: t(`server.${how}Title`, { name: server.name }),
      text: t(`server.${how}Text`),
      action: t(`server.${how}`),
      isDanger: how === 'retire',
      onConfirm: () => change.mutateAsync({ isRetired: how === 'retire' }),
    });
  if (server.isRetired) {
    return (
      <Button size="small" type="link" onClick={() => ask('restore')}>
        {t('server.restore')}
      </Button>
    );
  }
  return (
    <>
      {server.isApproved ? (
        <EditButton onEdit={onEdit} />
      ) : (
        <Button size="small" type="link" onClick={onEdit}>
          {t('server.approve')}
        </Button>
      )}
      <Button size="small" type="link" danger onClick={() => ask('retire')}>
        {t('server.retire')}
      </Button>
    </>
  );
}
