import type { MessageLanguage } from '@opsgauge/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 值班: somebody's time on duty, for one system or all of a project. */
@Entity('duty_shift')
export class DutyShift {
  @PrimaryColumn('uuid')
  id!: string;

  /** Whose person it is; null: the platform's. */
  @Column('uuid', { name: 'organization_id', nullable: true })
  organizationId!: string | null;

  @Column('uuid', { name: 'system_id', nullable: true })
  systemId!: string | null;

  @Column('uuid', { name: 'project_id', nullable: true })
  projectId!: string | null;

  @Column('text', { name: 'person_name' })
  personName!: string;

  @Column('text', { nullable: true })
  phone!: string | null;

  @Column('text', { name: 'mail_address', nullable: true })
  mailAddress!: string | null;

  @Column('uuid', { name: 'channel_id', nullable: true })
  channelId!: string | null;

  @Column('text')
  language!: MessageLanguage;

  @Column('timestamptz', { name: 'from_at' })
  fromAt!: Date;

  @Column('timestamptz', { name: 'to_at' })
  toAt!: Date;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
