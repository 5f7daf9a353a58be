import type { FaultSeverity, NoticeKind } from '@opsgauge/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who hears what. */
@Entity('notification_subscription')
export class NotificationSubscription {
  @PrimaryColumn('uuid')
  id!: string;

  /** Null: the platform's. */
  @Column('uuid', { name: 'organization_id', nullable: true })
  organizationId!: string | null;

  /** Null: every system of the organization. */
  @Column('uuid', { name: 'system_id', nullable: true })
  systemId!: string | null;

  @Column('text', { name: 'least_severity' })
  leastSeverity!: FaultSeverity;

  @Column('text', { array: true })
  kinds!: NoticeKind[];

  /** Null: whoever is on duty. */
  @Column('uuid', { name: 'channel_id', nullable: true })
  channelId!: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
