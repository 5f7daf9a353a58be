import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 维护窗口 of one server or one system, once or recurring; only what is approved counts. */
@Entity('maintenance_window')
export class MaintenanceWindow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'server_id', nullable: true })
  serverId!: string | null;

  @Column('uuid', { name: 'system_id', nullable: true })
  systemId!: string | null;

  @Column('timestamptz', { name: 'from_at' })
  fromAt!: Date;

  /** The end of the last occurrence. */
  @Column('timestamptz', { name: 'to_at' })
  toAt!: Date;

  @Column('text')
  reason!: string;

  /** An RFC 5545 rule on the clocks of the organisation's zone; null: once. */
  @Column('text', { nullable: true })
  recurrence!: string | null;

  /** The end of the first occurrence of one that recurs. */
  @Column('timestamptz', { name: 'first_to_at', nullable: true })
  firstToAt!: Date | null;

  /** The starts of occurrences that were called off. */
  @Column('timestamptz', { name: 'cancelled_at', array: true, default: [] })
  cancelledAt!: Date[];

  @Column('text', { default: 'approved' })
  state!: 'requested' | 'approved' | 'refused';

  /** As they were called then; null where the owner entered it directly. */
  @Column('text', { name: 'requested_by', nullable: true })
  requestedBy!: string | null;

  @Column('timestamptz', { name: 'requested_at', nullable: true })
  requestedAt!: Date | null;

  @Column('text', { name: 'decided_by', nullable: true })
  decidedBy!: string | null;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt!: Date | null;

  @Column('text', { name: 'decision_note', nullable: true })
  decisionNote!: string | null;
}
