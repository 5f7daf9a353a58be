import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 项目: what is budgeted, contracted and evaluated. */
@Entity('project')
export class Project {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  name!: string;

  /** 项目单位. */
  @Column('uuid', { name: 'owner_organization_id', nullable: true })
  ownerOrganizationId!: string | null;

  /** 评价机构. */
  @Column('uuid', { name: 'evaluator_organization_id', nullable: true })
  evaluatorOrganizationId!: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
