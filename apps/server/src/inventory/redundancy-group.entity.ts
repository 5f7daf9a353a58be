import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * Redundant components: the group works while `requiredCount` of them do. It never changes: one that needs another number
 * is another one, and the components move on to that.
 */
@Entity('redundancy_group')
export class RedundancyGroup {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'system_id' })
  systemId!: string;

  /** Of those with components now, unique within its system. */
  @Column('text')
  name!: string;

  @Column('integer', { name: 'required_count' })
  requiredCount!: number;
}
