import type { AlertSourceKind } from '@opsgauge/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Another monitor whose alerts come in as faults; the table holds only its token's hash. */
@Entity('alert_source')
export class AlertSource {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  name!: string;

  @Column('text')
  kind!: AlertSourceKind;

  @Column('bytea', { name: 'token_hash' })
  tokenHash!: Buffer;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
