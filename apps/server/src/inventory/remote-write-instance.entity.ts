import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Which server an instance of a Prometheus is. */
@Entity('remote_write_instance')
export class RemoteWriteInstance {
  @PrimaryColumn('uuid', { name: 'source_id' })
  sourceId!: string;

  @PrimaryColumn('text')
  instance!: string;

  @Column('uuid', { name: 'server_id' })
  serverId!: string;
}
