import fs from 'node:fs';
import path from 'node:path';
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Database } from '../database/database.js';
import { Logger } from '../logging/logger.js';
import { type AuditHead, readHead } from './audit-rows.js';

/** The file of the heads in the data folder. */
export const auditHeadsFile = (dataDirectory: string): string => path.join(dataDirectory, 'audit-heads.txt');

/**
 * The anchor outside of the database: each head of the chain is written down after its commit, one line of number,
 * hash and time each, so that a tail that is cut off, or a chain that is computed anew, shows.
 */
@Injectable()
export class AuditHeads implements OnApplicationBootstrap, OnApplicationShutdown {
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly file: string,
    private readonly database: Database,
    private readonly logger: Logger,
  ) {}

  /** A hub that was killed between a commit and its line makes up for it here. */
  async onApplicationBootstrap(): Promise<void> {
    const head = await readHead(this.database);
    const known = readHeads(this.file);
    if (head && !known.some(({ number }) => number >= head.number)) this.append(head);
  }

  append(head: AuditHead): void {
    this.writing = this.writing
      .then(() => fs.promises.appendFile(this.file, headLine(head), { mode: 0o600 }))
      .catch((error: Error) => this.logger.error(`the audit head ${head.number} could not be noted`, error));
  }

  async onApplicationShutdown(): Promise<void> {
    await this.writing;
  }
}

export const headLine = ({ number, hash, at }: AuditHead): string => `${number} ${hash} ${at}\n`;

/** The heads that were written down; none where the file is missing. A line torn by a crash is left out. */
export function readHeads(file: string): AuditHead[] {
  if (!fs.existsSync(file)) return [];
  return fs
    .readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [, number, hash, at] = /^(\d+) ([0-9a-f]{64}) (\S+Z)$/.exec(line) ?? [];
      return number && hash && at ? [{ number: Number(number), hash, at }] : [];
    });
}
