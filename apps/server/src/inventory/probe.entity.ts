import type { ProbeTarget } from '@opsgauge/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 拨测: what is asked from outside, how often and by whom. Its results are telemetry's. */
@Entity('probe')
export class ProbeDefinition {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  name!: string;

  @Column('jsonb')
  target!: ProbeTarget;

  @Column('integer', { name: 'interval_seconds' })
  intervalSeconds!: number;

  @Column('integer', { name: 'timeout_seconds' })
  timeoutSeconds!: number;

  @Column('integer', { name: 'failures_to_down' })
  failuresToDown!: number;

  /** Whose agent asks; null: the hub. */
  @Column('uuid', { name: 'runner_server_id', nullable: true })
  runnerServerId!: string | null;

  @Column('uuid', { name: 'system_id', nullable: true })
  systemId!: string | null;

  @Column('uuid', { name: 'server_id', nullable: true })
  serverId!: string | null;

  @Column('boolean', { name: 'is_evidence_of_host' })
  isEvidenceOfHost!: boolean;

  @Column('boolean', { name: 'is_canary' })
  isCanary!: boolean;

  @Column('boolean', { name: 'is_enabled' })
  isEnabled!: boolean;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  /** Left the list; what it measured still counts. */
  @Column('timestamptz', { name: 'deleted_at', nullable: true })
  deletedAt!: Date | null;
}
