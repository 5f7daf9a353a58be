import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * A server's part in a system for a while: critical (in series), in an any-of-n group, or neither. A row is only ever
 * ended: what has counted with it goes on counting with it.
 */
@Entity('system_component')
export class SystemComponent {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'system_id' })
  systemId!: string;

  @Column('uuid', { name: 'server_id' })
  serverId!: string;

  @Column('boolean', { name: 'is_critical' })
  isCritical!: boolean;

  @Column('uuid', { name: 'redundancy_group_id', nullable: true })
  redundancyGroupId!: string | null;

  /** Null: from the beginning. */
  @Column('timestamptz', { name: 'since_at', nullable: true })
  sinceAt!: Date | null;

  /** Null: still. */
  @Column('timestamptz', { name: 'until_at', nullable: true })
  untilAt!: Date | null;
}
