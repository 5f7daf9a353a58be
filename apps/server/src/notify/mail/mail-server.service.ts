import { Injectable } from '@nestjs/common';
import { InjectDataSource, InjectRepository } from '@nestjs/typeorm';
import type { MailServer as MailServerResponse, MailServerInput } from '@opsgauge/contract';
import { DataSource, Repository } from 'typeorm';
import { AuditService } from '../../platform/audit/audit.service.js';
import { inTransaction } from '../../platform/database/transaction.js';
import { ApplicationError } from '../../platform/errors/application-error.js';
import type { MailSettings } from '../transport/send-mail.js';
import { MailServer } from './mail-server.entity.js';

const id = 1;

/** Where the platform hands its mail to. */
@Injectable()
export class MailServerService {
  constructor(
    @InjectRepository(MailServer) private readonly servers: Repository<MailServer>,
    @InjectDataSource() private readonly source: DataSource,
    private readonly audit: AuditService,
  ) {}

  /** With its password, for sending; null until one is entered. */
  settings(): Promise<MailSettings | null> {
    return this.servers.findOneBy({ id });
  }

  async read(): Promise<MailServerResponse | null> {
    const known = await this.servers.findOneBy({ id });
    return known && told(known);
  }

  /**
   * @throws ApplicationError `invalid_request` naming `password`: one that is known goes to no other server than the
   *   one it was entered for
   */
  async save(input: MailServerInput): Promise<MailServerResponse> {
    const known = await this.servers.findOneBy({ id });
    const { password: given, ...settings } = input;
    const password = given === undefined ? (known?.password ?? null) : given;
    if (given === undefined && password !== null && known?.host !== input.host) {
      throw new ApplicationError('invalid_request', 'password: enter it again for another server', {
        field: 'password',
      });
    }
    const server = { ...settings, id, password };
    await inTransaction(this.source, async (manager, client) => {
      await manager.save(MailServer, server);
      const before = known && told(known);
      await this.audit.record(
        { action: 'mail-server.change', ...target, before, after: told(server) },
        client,
      );
    });
    return told(server);
  }

  async remove(): Promise<void> {
    const known = await this.servers.findOneBy({ id });
    if (!known) return;
    await inTransaction(this.source, async (manager, client) => {
      await manager.delete(MailServer, { id });
      await this.audit.record({ action: 'mail-server.delete', ...target, before: told(known) }, client);
    });
  }
}

const target = { targetKind: 'mail-server' };

const told = ({ host, port, security, username, password, fromAddress, fromName }: MailServer) => ({
  host,
  port,
  security,
  username,
  hasPassword: password !== null,
  fromAddress,
  fromName,
});
