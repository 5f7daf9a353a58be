import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Lets an account see one organization's systems, one system, or one project's. */
@Entity('access_grant')
export class AccessGrant {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'account_id' })
  accountId!: string;

  @Column('uuid', { name: 'organization_id', nullable: true })
  organizationId!: string | null;

  @Column('uuid', { name: 'system_id', nullable: true })
  systemId!: string | null;

  @Column('uuid', { name: 'project_id', nullable: true })
  projectId!: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
