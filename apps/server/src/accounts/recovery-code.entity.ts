import { Entity, PrimaryColumn } from 'typeorm';

/** Stands in for the second factor once; the row goes when it is used. */
@Entity('recovery_code')
export class RecoveryCode {
  @PrimaryColumn('uuid', { name: 'account_id' })
  accountId!: string;

  @PrimaryColumn('bytea', { name: 'code_hash' })
  codeHash!: Buffer;
}
