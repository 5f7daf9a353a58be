import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One evaluation of a project's system over a period, made with one version of a template. */
@Entity('evaluation')
export class Evaluation {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'project_id' })
  projectId!: string;

  @Column('uuid', { name: 'system_id' })
  systemId!: string;

  @Column('text', { name: 'template_id' })
  templateId!: string;

  @Column('timestamptz', { name: 'from_at' })
  fromAt!: Date;

  @Column('timestamptz', { name: 'to_at' })
  toAt!: Date;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
