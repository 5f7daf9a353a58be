import { Column, Entity, PrimaryColumn } from 'typeorm';

/** When a system is in service under contract; outside it is out of service. */
@Entity('contract')
export class Contract {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'system_id' })
  systemId!: string;

  @Column('timestamptz', { name: 'service_from' })
  serviceFrom!: Date;

  /** Null: no end agreed. */
  @Column('timestamptz', { name: 'service_to', nullable: true })
  serviceTo!: Date | null;
}
