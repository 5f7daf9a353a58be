import type { FaultTermsInput, Promises, ServiceCalendar } from '@opsgauge/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** When a system is in service under contract; outside it is out of service. */
@Entity('contract')
export class Contract {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'system_id' })
  systemId!: string;

  /** 运维单位. */
  @Column('uuid', { name: 'vendor_organization_id', nullable: true })
  vendorOrganizationId!: string | null;

  /** Empty where the contract has none. */
  @Column('text', { default: '' })
  number!: string;

  /** Only those that the contract makes. */
  @Column('jsonb', { default: {} })
  promises!: Partial<Promises>;

  /** Only what the contract says of faults beyond its promises. */
  @Column('jsonb', { name: 'fault_terms', default: {} })
  faultTerms!: Partial<FaultTermsInput>;

  @Column('timestamptz', { name: 'service_from' })
  serviceFrom!: Date;

  /** Null: no end agreed. */
  @Column('timestamptz', { name: 'service_to', nullable: true })
  serviceTo!: Date | null;

  /** Null: 7×24. */
  @Column('jsonb', { name: 'service_calendar', nullable: true })
  serviceCalendar!: ServiceCalendar | null;
}
