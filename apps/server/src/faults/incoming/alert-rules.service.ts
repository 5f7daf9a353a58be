import { Injectable } from '@nestjs/common';
import type { AlertSourceRules } from '@opsgauge/contract';
import type { AlertAssignment } from '@opsgauge/domain';
import { AlertSourcesService } from '../../accounts/alert-sources.service.js';
import { auditTargetOf } from '../../accounts/sources-by-token.js';
import { ServersService } from '../../inventory/servers.service.js';
import { SystemsService } from '../../inventory/systems.service.js';
import { AuditService } from '../../platform/audit/audit.service.js';
import { Clock } from '../../platform/clock.js';
import { Database, type Transaction } from '../../platform/database/database.js';
import { ApplicationError, notFound } from '../../platform/errors/application-error.js';
import { AlertFaults } from './alert-faults.service.js';
import { AlertRulesStore } from './alert-rules-store.js';
import { alertsKeptMax, IncomingAlertStore } from './incoming-alert-store.js';

/** Says whose a source's alerts are and how bad, and what becomes of those that nobody knew of. */
@Injectable()
export class AlertRules {
  constructor(
    private readonly sources: AlertSourcesService,
    private readonly rules: AlertRulesStore,
    private readonly store: IncomingAlertStore,
    private readonly faults: AlertFaults,
    private readonly systems: SystemsService,
    private readonly servers: ServersService,
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /**
   * Replaces what is said of a source's alerts. Those that were unassigned and are no more become faults, back-dated.
   * @throws ApplicationError `not_found`; `invalid_request` for a system or a server that does not exist
   */
  async change(sourceId: string, input: AlertSourceRules): Promise<void> {
    const source = await this.sources.get(sourceId);
    await this.assertTargets(input);
    const assignments = input.assignments.map(assignmentOf);
    const severities = Object.fromEntries(input.severities.map(({ word, severity }) => [word, severity]));
    await this.database.transaction(async (client) => {
      await this.store.lock(client, sourceId);
      await this.rules.save(client, sourceId, { assignments, severities });
      await this.readAgain(
        client,
        sourceId,
        await this.faults.setting(source.name, { assignments, severities }),
      );
      await this.audit.record(
        { action: 'alert-source.change', ...auditTargetOf('alert-source', source), after: input },
        client,
      );
    });
  }

  /** Lets go of an alert of which nobody knows whose it is. @throws ApplicationError `not_found` */
  async dismiss(id: string): Promise<void> {
    const alert = await this.store.unassignedOne(this.database, id);
    if (!alert) throw notFound('alert');
    await this.database.transaction(async (client) => {
      await this.store.save(client, [{ ...alert, outcome: 'ignored' }]);
      await this.audit.record(
        {
          action: 'incoming-alert.dismiss',
          targetKind: 'incoming-alert',
          targetId: id,
          targetName: alert.text,
        },
        client,
      );
    });
  }

  /**
   * What it sends is refused from now on. Its faults end: nobody would tell when they are over.
   * @throws ApplicationError `not_found`
   */
  async remove(sourceId: string): Promise<void> {
    await this.sources.get(sourceId);
    const nowMs = this.clock.nowMs();
    await this.database.transaction(async (client) => {
      await this.store.lock(client, sourceId);
      const open = await this.store.openFaults(client, sourceId);
      for (const alert of open) await this.faults.ended(client, alert, nowMs);
      await this.store.save(
        client,
        open.map((alert) => ({ ...alert, endedAtMs: nowMs })),
      );
    });
    await this.sources.remove(sourceId);
  }

  private async readAgain(
    client: Transaction,
    sourceId: string,
    setting: Parameters<AlertFaults['began']>[2],
  ): Promise<void> {
    const nowMs = this.clock.nowMs();
    for (const alert of await this.store.unassigned(client, sourceId, alertsKeptMax)) {
      const startMs = Math.min(alert.startedAtMs, nowMs);
      const outcome = await this.faults.began(client, alert, setting, { startMs, nowMs });
      if (outcome === 'unassigned') continue;
      const told = { ...alert, outcome };
      if (alert.endedAtMs !== null) await this.faults.ended(client, told, Math.min(alert.endedAtMs, nowMs));
      await this.store.save(client, [told]);
    }
  }

  private async assertTargets({ assignments }: AlertSourceRules): Promise<void> {
    const targets = assignments.map(({ target }) => target);
    const systems = await this.systems.names(
      targets.flatMap((target) => (target.kind === 'system' ? [target.systemId] : [])),
    );
    const servers = await this.servers.names();
    targets.forEach((target, index) => {
      const [name, isKnown] =
        target.kind === 'system'
          ? ['systemId', systems.has(target.systemId)]
          : ['serverId', servers.has(target.serverId)];
      const field = `assignments.${index}.target.${name}`;
      if (!isKnown) throw new ApplicationError('invalid_request', `${field}: does not exist`, { field });
    });
  }
}

const assignmentOf = ({
  label,
  value,
  target,
}: AlertSourceRules['assignments'][number]): AlertAssignment => ({
  label,
  value,
  systemId: target.kind === 'system' ? target.systemId : null,
  serverId: target.kind === 'server' ? target.serverId : null,
});
