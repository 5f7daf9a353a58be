import type { OrganizationKind } from '@opsgauge/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 项目单位, 运维单位 or 评价机构. */
@Entity('organization')
export class Organization {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  name!: string;

  @Column('text')
  kind!: OrganizationKind;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
