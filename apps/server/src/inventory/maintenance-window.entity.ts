import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 维护窗口 of one server or one system. */
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

  @Column('timestamptz', { name: 'to_at' })
  toAt!: Date;

  @Column('text')
  reason!: string;
}
