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

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt!: Date | null;
}
