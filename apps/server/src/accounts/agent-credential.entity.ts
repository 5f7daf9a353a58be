import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What an agent shows with each report. */
@Entity('agent_credential')
export class AgentCredential {
  @PrimaryColumn('bytea', { name: 'secret_hash' })
  secretHash!: Buffer;

  @Column('uuid', { name: 'server_id' })
  serverId!: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  /** No longer good from here on; ahead of now while its successor is being taken up. */
  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt!: Date | null;

  /** Its server is retired. */
  @Column('timestamptz', { name: 'suspended_at', nullable: true })
  suspendedAt!: Date | null;
}
