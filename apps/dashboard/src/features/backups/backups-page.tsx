import { SaveOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { backupsQuery, requestBackup } from '../../shared/api/backups.js';
import { keys } from '../../shared/api/keys.js';
import { useChange } from '../../shared/api/use-change.js';
import { PageHead } from '../../shared/ui/page-head.js';
import { Panel } from '../../shared/ui/panel.js';
import { QueryState } from '../../shared/ui/query-state.js';
import { BackupList } from './backup-list.js';
import { BackupState } from './backup-state.js';
import './backups.css';

/** Whether the platform itself is backed up: the last good backup, the next one, and how the runs went. */
export function BackupsPage() {
  const { t } = useTranslation();
  const query = useQuery(backupsQuery);
  const backUp = useChange({ change: requestBackup, refresh: [keys.backups], done: t('backup.requested') });
  const isRunning = backUp.isPending || Boolean(query.data?.running);
  return (
    <>
      <PageHead
        title={t('navigation.backups')}
        help="backups"
        actions={
          <Tooltip title={query.data?.isScheduled === false && t('error.backup_not_configured')}>
            <Button
              type="primary"
              icon={<SaveOutlined />}
              loading={isRunning}
              disabled={!query.data?.isScheduled}
              onClick={() => backUp.mutate()}
            >
              {t(isRunning ? 'backup.running' : 'backup.now')}
            </Button>
          </Tooltip>
        }
      />
      <QueryState query={query} errorTitle={t('backup.loadFailed')}>
        {(backups) => (
          <>
            <BackupState backups={backups} />
            <Panel title={t('backup.runs')} isFlush>
              <BackupList runs={backups.items} />
            </Panel>
          </>
        )}
      </QueryState>
    </>
  );
}
