import { Injectable } from '@nestjs/common';
import type { RootCause, RootCauseInput } from '@opsgauge/contract';
import { invalid } from '../inventory/make-up-rules.js';
import { AuditService } from '../platform/audit/audit.service.js';
import { Database } from '../platform/database/database.js';
import { ApplicationError } from '../platform/errors/application-error.js';

interface RootCauseRow extends Record<string, unknown> {
  readonly code: string;
  readonly name_chinese: string;
  readonly name_english: string;
  readonly is_default: boolean;
}

/** 故障原因: the catalogue that a closed fault names its cause from. It only grows. */
@Injectable()
export class RootCausesService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
  ) {}

  /** The catalogue it came with first, then what was added. */
  async list(): Promise<RootCause[]> {
    const { rows } = await this.database.query<RootCauseRow>(
      'SELECT * FROM root_cause ORDER BY is_default DESC, created_at, code',
    );
    return rows.map((row) => ({
      rootCauseCode: row.code,
      nameChinese: row.name_chinese,
      nameEnglish: row.name_english,
      isDefault: row.is_default,
    }));
  }

  /** @throws ApplicationError `name_taken` for a code that is there already */
  async add(input: RootCauseInput): Promise<RootCause> {
    const { rootCauseCode: code, nameChinese, nameEnglish } = input;
    await this.database.transaction(async (client) => {
      const { rowCount } = await client.query(
        `INSERT INTO root_cause (code, name_chinese, name_english) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
        [code, nameChinese, nameEnglish],
      );
      if (rowCount === 0) {
        throw new ApplicationError('name_taken', 'rootCauseCode: such a root cause is there already', {
          field: 'rootCauseCode',
        });
      }
      const target = { targetKind: 'root-cause', targetId: code, targetName: nameChinese };
      await this.audit.record({ action: 'root-cause.create', ...target, after: input }, client);
    });
    return { ...input, isDefault: false };
  }

  /** @throws ApplicationError `invalid_request` naming the field */
  async assertKnown(field: string, code: string): Promise<void> {
    const { rowCount } = await this.database.query('SELECT 1 FROM root_cause WHERE code = $1', [code]);
    if (rowCount === 0) throw invalid(field, 'is not in the catalogue of root causes');
  }
}
