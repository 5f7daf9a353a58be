import fs from 'node:fs';
import path from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { backupRunSchema, type BackupRun } from '@opsgauge/contract';
import { CONFIGURATION, type Configuration } from '../configuration/configuration.js';

const runsKept = 100;

/**
 * How the backups went, oldest first, one JSON object a line in the data folder: not in the database, which
 * may be what failed, and not beside the backups, whose disk may be full.
 */
@Injectable()
export class BackupRuns {
  private readonly file: string;

  constructor(@Inject(CONFIGURATION) { dataDirectory }: Pick<Configuration, 'dataDirectory'>) {
    this.file = path.join(dataDirectory, 'backup-runs.jsonl');
  }

  list(): BackupRun[] {
    if (!fs.existsSync(this.file)) return [];
    const lines = fs.readFileSync(this.file, 'utf8').split('\n');
    return lines.flatMap((line) => {
      const run = backupRunSchema.safeParse(jsonOf(line));
      return run.success ? [run.data] : [];
    });
  }

  add(run: BackupRun): void {
    const kept = [...this.list(), run].slice(-runsKept);
    const unfinished = `${this.file}.partial`;
    fs.writeFileSync(unfinished, kept.map((one) => `${JSON.stringify(one)}\n`).join(''), { mode: 0o600 });
    giveToOwnerOf(path.dirname(this.file), unfinished);
    fs.renameSync(unfinished, this.file);
  }
}

/** What root notes on the command line the hub, which may be somebody else, has to read. */
function giveToOwnerOf(directory: string, file: string): void {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = fs.statSync(directory);
  fs.chownSync(file, uid, gid);
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
