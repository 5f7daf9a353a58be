import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 项目: what is budgeted, contracted and evaluated. */
@Entity('project')
export class Project {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  name!: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
