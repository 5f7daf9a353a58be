import type { MailServerInput } from '@opsgauge/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The one mail server of the platform. */
@Entity('mail_server')
export class MailServer {
  /** Always 1. */
  @PrimaryColumn('int')
  id!: number;

  @Column('text')
  host!: string;

  @Column('int')
  port!: number;

  @Column('text')
  security!: MailServerInput['security'];

  @Column('text', { nullable: true })
  username!: string | null;

  /** Sent to the mail server as it is; it leaves the hub nowhere else. */
  @Column('text', { nullable: true })
  password!: string | null;

  @Column('text', { name: 'from_address' })
  fromAddress!: string;

  @Column('text', { name: 'from_name' })
  fromName!: string;
}
