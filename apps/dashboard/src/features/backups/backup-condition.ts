import type { BackupsResponse } from '@opsgauge/contract';

/** Off: no folder is set; none: no backup is usable, and none is being made. */
export type BackupCondition = 'off' | 'none' | 'overdue' | 'running' | 'good';

/** How it stands with the backups. One under way hides only that there is none yet. */
export function backupCondition({
  isScheduled,
  isOverdue,
  lastGoodAt,
  running,
}: Pick<BackupsResponse, 'isScheduled' | 'isOverdue' | 'lastGoodAt' | 'running'>): BackupCondition {
  if (!isScheduled) return 'off';
  if (lastGoodAt === null) return running ? 'running' : 'none';
  return isOverdue ? 'overdue' : 'good';
}
