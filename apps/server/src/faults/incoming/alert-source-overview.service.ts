import { Injectable } from '@nestjs/common';
import type { AlertSource, UnassignedAlert } from '@opsgauge/contract';
import { AlertSourcesService } from '../../accounts/alert-sources.service.js';
import { instantText } from '../../platform/clock.js';
import { Database } from '../../platform/database/database.js';
import { notFound } from '../../platform/errors/application-error.js';
import { AlertRulesStore, type SourceState } from './alert-rules-store.js';
import { IncomingAlertStore } from './incoming-alert-store.js';

/** As many as a person looks through. */
const unassignedShown = 500;

/** The sources with what is said and heard of them, and the alerts that wait for somebody to say whose they are. */
@Injectable()
export class AlertSourceOverview {
  constructor(
    private readonly sources: AlertSourcesService,
    private readonly rules: AlertRulesStore,
    private readonly store: IncomingAlertStore,
    private readonly database: Database,
  ) {}

  async list(): Promise<AlertSource[]> {
    const [sources, states, counts] = await Promise.all([
      this.sources.list(),
      this.rules.all(this.database),
      this.store.counts(this.database),
    ]);
    return sources.map(({ id, name, kind, createdAt }) => {
      const state = states.get(id);
      const count = counts.get(id);
      return {
        id,
        name,
        kind,
        createdAt: createdAt.toISOString(),
        assignments: (state?.assignments ?? []).map(assignmentResponse),
        severities: Object.entries(state?.severities ?? {}).map(([word, severity]) => ({ word, severity })),
        lastReceivedAt: state?.lastReceivedAt?.toISOString() ?? null,
        lastRefusal: refusalOf(state),
        firingCount: count?.firing ?? 0,
        unassignedCount: count?.unassigned ?? 0,
      };
    });
  }

  /** @throws ApplicationError `not_found` */
  async get(id: string): Promise<AlertSource> {
    const found = (await this.list()).find((source) => source.id === id);
    if (!found) throw notFound('source');
    return found;
  }

  async unassigned(): Promise<UnassignedAlert[]> {
    const alerts = await this.store.unassigned(this.database, null, unassignedShown);
    return alerts.map(({ id, sourceId, text, severityWord, labels, ...told }) => ({
      id,
      sourceId,
      text,
      severityWord,
      labels,
      startedAt: instantText(told.startedAtMs),
      endedAt: told.endedAtMs === null ? null : instantText(told.endedAtMs),
      lastReceivedAt: instantText(told.lastReceivedAtMs),
    }));
  }
}

const assignmentResponse = ({
  label,
  value,
  systemId,
  serverId,
}: SourceState['assignments'][number]): AlertSource['assignments'][number] => ({
  label,
  value,
  target: serverId === null ? { kind: 'system', systemId: systemId! } : { kind: 'server', serverId },
});

const refusalOf = (state: SourceState | undefined): AlertSource['lastRefusal'] =>
  state?.lastRefusedAt ? { at: state.lastRefusedAt.toISOString(), message: state.lastRefusal ?? '' } : null;
