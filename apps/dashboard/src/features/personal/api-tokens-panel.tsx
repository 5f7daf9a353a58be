import type { ApiToken, CreatedApiToken } from '@opsgauge/contract';
import { useQuery } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keys } from '../../shared/api/keys.js';
import { apiTokensQuery, deleteApiToken } from '../../shared/api/personal.js';
import { useChange } from '../../shared/api/use-change.js';
import { OneTimeValue } from '../../shared/ui/one-time-value.js';
import { Panel } from '../../shared/ui/panel.js';
import { QueryState } from '../../shared/ui/query-state.js';
import { useConfirm } from '../../shared/ui/use-confirm.js';
import { useEditing } from '../../shared/ui/use-editing.js';
import { ApiTokenForm } from './api-token-form.js';
import { ApiTokenList } from './api-token-list.js';

/** Tokens by which programs act as their owner. */
export function ApiTokensPanel() {
  const { t } = useTranslation();
  const query = useQuery(apiTokensQuery);
  const adding = useEditing<never>();
  const [created, setCreated] = useState<CreatedApiToken | null>(null);
  const confirm = useConfirm();
  const remove = useChange({ change: deleteApiToken, refresh: [keys.apiTokens], done: t('record.deleted') });
  const ask = ({ id, name }: ApiToken) =>
    confirm({
      title: t('apiToken.deleteTitle', { name }),
      text: t('apiToken.deleteText'),
      action: t('account.revoke'),
      onConfirm: () => remove.mutateAsync(id),
    });
  return (
    <Panel
      title={t('apiToken.title')}
      isFlush
      extra={
        <Button size="small" onClick={() => adding.start(null)}>
          {t('apiToken.add')}
        </Button>
      }
    >
      <QueryState query={query} errorTitle={t('record.loadFailed')} skeletonRows={2}>
        {({ items }) => <ApiTokenList tokens={items} onRevoke={ask} />}
      </QueryState>
      <ApiTokenForm isOpen={adding.isOpen} onClose={adding.close} onCreated={setCreated} />
      <Modal
        open={created !== null}
        onCancel={() => setCreated(null)}
        mask={{ closable: false }}
        title={t('apiToken.createdTitle')}
        footer={
          <Button type="primary" onClick={() => setCreated(null)}>
            {t('action.done')}
          </Button>
        }
      >
        <div className="one-time">
          <p>{t('apiToken.createdText')}</p>
          <OneTimeValue value={created?.token ?? ''} />
          <p className="muted mono">Authorization: Bearer …</p>
        </div>
      </Modal>
    </Panel>
  );
}
