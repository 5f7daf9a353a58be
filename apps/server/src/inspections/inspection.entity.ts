import type { InspectionReading } from '@opsgauge/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 巡检: asked for, then made by the server's own agent. */
@Entity('inspection')
export class Inspection {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'server_id' })
  serverId!: string;

  @Column('uuid', { name: 'requested_by', nullable: true })
  requestedBy!: string | null;

  @Column('timestamptz', { name: 'requested_at' })
  requestedAt!: Date;

  @Column('timestamptz', { name: 'completed_at', nullable: true })
  completedAt!: Date | null;

  @Column('jsonb', { nullable: true })
  reading!: InspectionReading | null;
}
