import fs from 'node:fs';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { BackupsResponse } from '@opsgauge/contract';
import type pg from 'pg';
import { Clock, instantText } from '../clock.js';
import { CONFIGURATION, type Configuration } from '../configuration/configuration.js';
import { CONNECTION } from '../database/database.js';
import { Jobs } from '../jobs/jobs.js';
import { Logger } from '../logging/logger.js';
import { serverVersion } from '../version.js';
import { backupFolder, folderBytes, pruneBackups } from './backup-folders.js';
import { BackupRuns } from './backup-runs.js';
import { makeBackup } from './make-backup.js';
import { explainFileError } from './operator-error.js';

const backupsKept = 14;
const dayMs = 86_400_000;

/** A backup each night at three into OPSGAUGE_BACKUP_DIR; without one, none. */
@Injectable()
export class ScheduledBackups implements OnApplicationBootstrap {
  constructor(
    private readonly runs: BackupRuns,
    private readonly jobs: Jobs,
    private readonly logger: Logger,
    private readonly clock: Clock,
    @Inject(CONNECTION) private readonly connection: pg.ClientConfig,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  onApplicationBootstrap(): void {
    const { backupDirectory, timeZone } = this.configuration;
    if (!backupDirectory) return;
    this.jobs.schedule('backup', '0 3 * * *', timeZone, () => this.run(backupDirectory));
    // A hub that was down at three makes up for it.
    const { lastGoodAt } = this.list();
    if (lastGoodAt === null || this.clock.nowMs() - Date.parse(lastGoodAt) > dayMs)
      void this.jobs.runNow('backup');
  }

  list(): BackupsResponse {
    const items = this.runs.list().reverse();
    return {
      items,
      isScheduled: this.configuration.backupDirectory !== undefined,
      lastGoodAt: items.find(({ ok }) => ok)?.at ?? null,
    };
  }

  /** @throws what kept the backup from being made, after noting it */
  private async run(parent: string): Promise<void> {
    const nowMs = this.clock.nowMs();
    const { dataDirectory, timeZone } = this.configuration;
    const directory = backupFolder(parent, nowMs, timeZone);
    const at = instantText(nowMs);
    try {
      makeFolder(parent);
      await makeBackup({
        connection: this.connection,
        dataDirectory,
        directory,
        version: serverVersion,
        nowMs,
      });
      this.runs.add({ at, ok: true, bytes: folderBytes(directory), message: directory });
    } catch (error) {
      this.runs.add({ at, ok: false, bytes: null, message: (error as Error).message });
      throw error;
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
