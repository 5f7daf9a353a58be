import type { ChannelKind, MessageLanguage } from '@opsgauge/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A way to reach people: mail addresses, or a webhook. */
@Entity('notification_channel')
export class NotificationChannel {
  @PrimaryColumn('uuid')
  id!: string;

  /** Null: the platform's. */
  @Column('uuid', { name: 'organization_id', nullable: true })
  organizationId!: string | null;

  @Column('text')
  kind!: ChannelKind;

  @Column('text')
  name!: string;

  @Column('text')
  language!: MessageLanguage;

  @Column('boolean', { name: 'is_enabled' })
  isEnabled!: boolean;

  @Column('text', { array: true })
  addresses!: string[];

  /** Of a webhook. Whoever has it can send. */
  @Column('text', { nullable: true })
  url!: string | null;

  @Column('text', { name: 'signature_secret', nullable: true })
  signatureSecret!: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
