import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A Prometheus that may write; the table holds only its token's hash. */
@Entity('remote_write_source')
export class RemoteWriteSource {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  name!: string;

  @Column('bytea', { name: 'token_hash' })
  tokenHash!: Buffer;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
