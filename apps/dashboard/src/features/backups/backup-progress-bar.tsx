import type { BackupProgress } from '@opsgauge/contract';
import { Progress } from 'antd';
import { useTranslation } from 'react-i18next';

/** How many tables are copied. */
export function BackupProgressBar({ progress: { tablesDone, tables } }: { progress: BackupProgress }) {
  const { t } = useTranslation();
  const percent = tables === 0 ? 0 : Math.floor((tablesDone / tables) * 100);
  const text = t('backup.runningText', { done: tablesDone, total: tables });
  return (
    <div className="backup-progress">
      <span>{text}</span>
      <Progress percent={percent} showInfo={false} size="small" status="normal" aria-label={text} />
    </div>
  );
}
