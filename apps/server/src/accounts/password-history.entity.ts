import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A password an account had chosen, so that it is not chosen again soon. */
@Entity('password_history')
export class PasswordHistory {
  @PrimaryColumn('uuid', { name: 'account_id' })
  accountId!: string;

  @PrimaryColumn('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('text', { name: 'password_hash' })
  passwordHash!: string;
}
