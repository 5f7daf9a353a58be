import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A server's part in a system: critical (in series), in an any-of-n group, or neither. */
@Entity('system_component')
export class SystemComponent {
  @PrimaryColumn('uuid', { name: 'system_id' })
  systemId!: string;

  @PrimaryColumn('uuid', { name: 'server_id' })
  serverId!: string;

  @Column('boolean', { name: 'is_critical' })
  isCritical!: boolean;

  @Column('uuid', { name: 'redundancy_group_id', nullable: true })
  redundancyGroupId!: string | null;
}
