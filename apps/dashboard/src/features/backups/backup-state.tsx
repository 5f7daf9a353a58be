import type { BackupsResponse } from '@opsgauge/contract';
import { useTranslation } from 'react-i18next';
import { Mark, type MarkKind } from '../../shared/ui/mark.js';
import { backupCondition, type BackupCondition } from './backup-condition.js';
import { BackupFacts } from './backup-facts.js';
import { BackupProgressBar } from './backup-progress-bar.js';

const marks: Record<BackupCondition, MarkKind> = {
  off: 'warning',
  none: 'down',
  overdue: 'down',
  running: 'maintenance',
  good: 'up',
};

/** In one sentence whether all is well; if not, what to do. */
export function BackupState({ backups }: { backups: BackupsResponse }) {
  const { t } = useTranslation();
  const condition = backupCondition(backups);
  const isBad = condition === 'none' || condition === 'overdue';
  return (
    <section className="panel backup-state" data-condition={condition}>
      <div className="sentence" {...(isBad ? { role: 'alert' } : {})}>
        <Mark kind={marks[condition]} size={16} />
        <b className={isBad ? 'down-text' : ''}>{t(`backup.${condition}`)}</b>
        {condition !== 'good' && condition !== 'running' && (
          <span className="secondary">{t(`backup.${condition}Text`)}</span>
        )}
      </div>
      {condition === 'off' && <code className="mono">OPSGAUGE_BACKUP_DIR=/backup/opsgauge</code>}
      {backups.running && <BackupProgressBar progress={backups.running} />}
      {condition !== 'off' && <BackupFacts backups={backups} />}
    </section>
  );
}
