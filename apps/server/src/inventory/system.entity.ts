import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 系统: made of servers, maintained under a contract of its project. */
@Entity('system')
export class System {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'project_id' })
  projectId!: string;

  @Column('text')
  name!: string;

  @Column('text', { name: 'short_name' })
  shortName!: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
