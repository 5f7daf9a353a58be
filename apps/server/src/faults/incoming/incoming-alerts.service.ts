import { Injectable } from '@nestjs/common';
import {
  alertmanagerMessageSchema,
  zabbixEventSchema,
  type AlertReceipt,
  type AlertSourceKind,
} from '@opsgauge/contract';
import { alertMeans, type AlertOutcome, type IncomingAlert } from '@opsgauge/domain';
import { AlertSourcesService } from '../../accounts/alert-sources.service.js';
import { Clock } from '../../platform/clock.js';
import { Database, type Transaction } from '../../platform/database/database.js';
import { ApplicationError } from '../../platform/errors/application-error.js';
import { parseBody, refuseUnstorable } from '../../platform/http/validation.js';
import { AlertFaults, type AlertSetting } from './alert-faults.service.js';
import { AlertRulesStore } from './alert-rules-store.js';
import { alertsKeptMax, IncomingAlertStore, newAlertId, type StoredAlert } from './incoming-alert-store.js';
import { readAlertmanager } from './read-alertmanager.js';
import { readZabbix } from './read-zabbix.js';

type Told = keyof AlertReceipt;

/** Each reads a whole message, or refuses it by the first field that is not right. */
const readers: Record<AlertSourceKind, (body: unknown, nowMs: number) => IncomingAlert[]> = {
  alertmanager: (body, nowMs) => readAlertmanager(parsed(alertmanagerMessageSchema, body), nowMs),
  zabbix: (body, nowMs) => [readZabbix(parsed(zabbixEventSchema, body), nowMs)],
};

function parsed<T>(schema: Parameters<typeof parseBody<T>>[0], body: unknown): T {
  const message = parseBody(schema, body);
  refuseUnstorable(message);
  return message;
}

/** Takes in what other monitors tell. A message is kept as a whole or not at all; told again it changes nothing. */
@Injectable()
export class IncomingAlerts {
  constructor(
    private readonly sources: AlertSourcesService,
    private readonly rules: AlertRulesStore,
    private readonly store: IncomingAlertStore,
    private readonly faults: AlertFaults,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws ApplicationError `invalid_request` naming the field; `alert_source_other_kind`; `alerts_too_many` where
   *   more are on than are remembered
   */
  async receive(sourceId: string, kind: AlertSourceKind, body: unknown): Promise<AlertReceipt> {
    const source = await this.sources.get(sourceId);
    const nowMs = this.clock.nowMs();
    try {
      if (source.kind !== kind) {
        throw new ApplicationError('alert_source_other_kind', `this token is for ${source.kind}`);
      }
      const alerts = readers[kind](body, nowMs);
      return await this.database.transaction((client) =>
        this.keep(client, { id: sourceId, name: source.name }, alerts, nowMs),
      );
    } catch (error) {
      if (error instanceof ApplicationError)
        await this.rules.refused(this.database, sourceId, nowMs, error.message);
      throw error;
    }
  }

  private async keep(
    client: Transaction,
    { id, name }: { readonly id: string; readonly name: string },
    alerts: readonly IncomingAlert[],
    nowMs: number,
  ): Promise<AlertReceipt> {
    await this.store.lock(client, id);
    const setting = await this.faults.setting(name, await this.rules.of(client, id));
    const fingerprints = alerts.map(({ fingerprint }) => fingerprint);
    const known = new Map(
      (await this.store.known(client, id, fingerprints)).map((one) => [one.fingerprint, one]),
    );
    const changed = new Map<string, StoredAlert>();
    const receipt: Record<Told, number> = { faults: 0, unassigned: 0, ignored: 0, unchanged: 0 };
    for (const alert of alerts) {
      const before = known.get(alert.fingerprint) ?? null;
      const { isFiring: _, ...told } = alert;
      const stored: StoredAlert = {
        ...told,
        id: before?.id ?? newAlertId(),
        sourceId: id,
        lastReceivedAtMs: nowMs,
        outcome: before?.outcome ?? 'ignored',
      };
      const after = await this.take(client, alert, stored, before, setting);
      receipt[after === null ? 'unchanged' : after.outcome === 'fault' ? 'faults' : after.outcome]++;
      if (after === null) continue;
      known.set(alert.fingerprint, after);
      changed.set(alert.fingerprint, after);
    }
    await this.store.save(client, [...changed.values()]);
    if ((await this.store.prune(client, id)) > alertsKeptMax) {
      throw new ApplicationError(
        'alerts_too_many',
        `more than ${alertsKeptMax} alerts of this source are on`,
      );
    }
    await this.rules.received(client, id, nowMs);
    return receipt;
  }

  /** @returns the alert as it is to be remembered; null: it says nothing new */
  private async take(
    client: Transaction,
    alert: IncomingAlert,
    stored: StoredAlert,
    before: StoredAlert | null,
    setting: AlertSetting,
  ): Promise<StoredAlert | null> {
    const nowMs = stored.lastReceivedAtMs;
    const means = alertMeans(alert, before, nowMs);
    switch (means.kind) {
      case 'nothing':
        return null;
      case 'wasOver':
        return { ...stored, outcome: 'ignored' };
      case 'ends':
        await this.faults.ended(client, stored, means.endMs);
        return stored;
      case 'goesOn':
        return { ...stored, outcome: await this.goOn(client, stored, setting, { ...means, nowMs }, before) };
      case 'begins':
        return { ...stored, outcome: await this.faults.began(client, stored, setting, { ...means, nowMs }) };
    }
  }

  /** What is a fault stays one, whatever is said of such alerts since. */
  private async goOn(
    client: Transaction,
    stored: StoredAlert,
    setting: AlertSetting,
    at: { readonly startMs: number; readonly nowMs: number },
    before: StoredAlert | null,
  ): Promise<AlertOutcome> {
    if (before?.outcome === 'fault' && at.startMs >= before.startedAtMs) return 'fault';
    const outcome = await this.faults.began(client, stored, setting, at);
    return before?.outcome === 'fault' ? 'fault' : outcome;
  }
}
