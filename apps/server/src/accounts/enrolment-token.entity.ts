import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A token that lets one agent enrol, once. */
@Entity('enrolment_token')
export class EnrolmentToken {
  @PrimaryColumn('bytea', { name: 'token_hash' })
  tokenHash!: Buffer;

  /** Made for the agent of the machine the hub itself runs on. */
  @Column('boolean', { name: 'is_local' })
  isLocal!: boolean;

  /** The user name of whoever made it; null for one of the hub itself. */
  @Column('text', { name: 'made_by', nullable: true })
  madeBy!: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;

  @Column('timestamptz', { name: 'used_at', nullable: true })
  usedAt!: Date | null;
}
