import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A monitored machine. What changes with every report lives in `server_latest`. */
@Entity('server')
export class Server {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  name!: string;

  @Column('text')
  hostname!: string;

  @Column('text', { nullable: true })
  address!: string | null;

  @Column('text', { name: 'operating_system', nullable: true })
  operatingSystem!: string | null;

  /** The machine the hub itself runs on. */
  @Column('boolean', { name: 'is_local' })
  isLocal!: boolean;

  @Column('timestamptz', { name: 'enrolled_at' })
  enrolledAt!: Date;

  /** Null of a server that enrolled and nobody has looked at yet. */
  @Column('timestamptz', { name: 'approved_at', nullable: true })
  approvedAt!: Date | null;

  /** Left the lists; its history stays. */
  @Column('timestamptz', { name: 'retired_at', nullable: true })
  retiredAt!: Date | null;

  /** The server it is reached through. */
  @Column('uuid', { name: 'gateway_server_id', nullable: true })
  gatewayServerId!: string | null;
}
