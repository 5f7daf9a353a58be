import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Redundant components: the group works while `requiredCount` of them do. */
@Entity('redundancy_group')
export class RedundancyGroup {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'system_id' })
  systemId!: string;

  /** Unique within its system. */
  @Column('text')
  name!: string;

  @Column('integer', { name: 'required_count' })
  requiredCount!: number;
}
