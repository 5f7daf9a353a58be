import fs from 'node:fs';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { BackupProgress, BackupsResponse } from '@opsgauge/contract';
import type pg from 'pg';
import { AuditService } from '../audit/audit.service.js';
import { Clock, instantText } from '../clock.js';
import { CONFIGURATION, type Configuration } from '../configuration/configuration.js';
import { CONNECTION } from '../database/database.js';
import { ApplicationError } from '../errors/application-error.js';
import { Jobs } from '../jobs/jobs.js';
import { Logger } from '../logging/logger.js';
import { serverVersion } from '../version.js';
import { backupFolder, folderBytes, pruneBackups } from './backup-folders.js';
import { BackupRuns } from './backup-runs.js';
import { backupSchedule, isBackupOverdue, nextBackupMs } from './backup-schedule.js';
import { makeBackup } from './make-backup.js';
import { hasManifest, rowsOf } from './manifest.js';
import { explainFileError } from './operator-error.js';

const backupsKept = 14;
const dayMs = 86_400_000;

/** A backup each night at three into OPSGAUGE_BACKUP_DIR, and whenever one is asked for; without one, none. */
@Injectable()
export class ScheduledBackups implements OnApplicationBootstrap {
  private running: BackupProgress | null = null;

  constructor(
    private readonly runs: BackupRuns,
    private readonly jobs: Jobs,
    private readonly audit: AuditService,
    private readonly logger: Logger,
    private readonly clock: Clock,
    @Inject(CONNECTION) private readonly connection: pg.ClientConfig,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  onApplicationBootstrap(): void {
    const { backupDirectory, timeZone } = this.configuration;
    if (!backupDirectory) return;
    this.jobs.schedule('backup', backupSchedule, timeZone, () => this.run(backupDirectory));
    // A hub that was down at three makes up for it.
    const { lastGoodAt } = this.list();
    if (lastGoodAt === null || this.clock.nowMs() - Date.parse(lastGoodAt) > dayMs) void this.start();
  }

  list(): BackupsResponse {
    const { backupDirectory, timeZone } = this.configuration;
    const nowMs = this.clock.nowMs();
    const items = this.runs
      .list()
      .reverse()
      .map((run) => ({ ...run, isKept: run.ok && hasManifest(run.message) }));
    const lastGoodAt = items.find(({ isKept }) => isKept)?.at ?? null;
    const isScheduled = backupDirectory !== undefined;
    const isOverdue = isBackupOverdue(lastGoodAt === null ? null : Date.parse(lastGoodAt), nowMs);
    return {
      items,
      isScheduled,
      lastGoodAt,
      nextAt: isScheduled ? instantText(nextBackupMs(nowMs, timeZone)) : null,
      isOverdue: isScheduled && isOverdue,
      keptMax: backupsKept,
      running: this.running,
    };
  }

  /**
   * Begins a backup now, and does not wait for it: `list` tells how it goes.
   * @throws ApplicationError `backup_running`; `backup_not_configured` where there is no folder for it
   */
  async request(): Promise<BackupsResponse> {
    if (!this.configuration.backupDirectory) {
      throw new ApplicationError(
        'backup_not_configured',
        'no folder for backups is configured: set OPSGAUGE_BACKUP_DIR',
      );
    }
    if (this.running) throw new ApplicationError('backup_running', 'a backup is under way');
    void this.start();
    await this.audit.record({ action: 'backup.request', targetKind: 'backup' });
    return this.list();
  }

  /** Under way from the very call, so that of two at once the second one is told. */
  private async start(): Promise<void> {
    this.began();
    await this.jobs.runNow('backup');
    this.running = null;
  }

  private began(): number {
    const nowMs = this.clock.nowMs();
    this.running = { since: instantText(nowMs), tablesDone: 0, tables: 0 };
    return nowMs;
  }

  /** @throws what kept the backup from being made, after noting it */
  private async run(parent: string): Promise<void> {
    const nowMs = this.began();
    const { dataDirectory, timeZone } = this.configuration;
    const directory = backupFolder(parent, nowMs, timeZone);
    const at = instantText(nowMs);
    try {
      makeFolder(parent);
      const manifest = await makeBackup({
        connection: this.connection,
        dataDirectory,
        directory,
        version: serverVersion,
        nowMs,
        onProgress: (tablesDone, tables) => (this.running = { since: at, tablesDone, tables }),
      });
      const bytes = folderBytes(directory);
      this.runs.add({ at, ok: true, bytes, rows: rowsOf(manifest), message: directory });
    } catch (error) {
      this.runs.add({ at, ok: false, bytes: null, rows: null, message: (error as Error).message });
      throw error;
    } finally {
      this.running = null;
    }
    this.logger.log(`backed up to ${directory}`);
    pruneBackups(parent, backupsKept);
  }
}

function makeFolder(parent: string): void {
  try {
    fs.mkdirSync(parent, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw explainFileError(error, parent);
  }
}
