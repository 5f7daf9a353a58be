import { Injectable } from '@nestjs/common';
import { alertSeverity, alertTarget, type AlertOutcome, type FaultSeverity } from '@opsgauge/domain';
import { instantText } from '../../platform/clock.js';
import type { Queryable } from '../../platform/database/database.js';
import { DetectionScenes, type DetectionScene } from '../detection/detection-scene.service.js';
import { FaultIntake } from '../fault-intake.service.js';
import type { SourceState } from './alert-rules-store.js';
import { backDatedMsMax } from './alert-times.js';
import type { StoredAlert } from './incoming-alert-store.js';

/** Where a source's alerts lead. */
export interface AlertSetting {
  readonly sourceName: string;
  readonly rules: Pick<SourceState, 'assignments' | 'severities'>;
  readonly scene: DetectionScene;
}

interface Place {
  readonly systemId: string;
  readonly serverId: string | null;
  readonly componentId: string | null;
}

/** As much of a text as a fault's title takes. */
const titleCharactersMax = 200;

/** Makes faults of alerts, and ends them. */
@Injectable()
export class AlertFaults {
  constructor(
    private readonly scenes: DetectionScenes,
    private readonly intake: FaultIntake,
  ) {}

  async setting(sourceName: string, rules: AlertSetting['rules']): Promise<AlertSetting> {
    return { sourceName, rules, scene: await this.scenes.load() };
  }

  /** The alert is on: a fault, if it is as bad as one and it is known whose. */
  async began(
    client: Queryable,
    alert: StoredAlert,
    setting: AlertSetting,
    { startMs, nowMs }: { readonly startMs: number; readonly nowMs: number },
  ): Promise<AlertOutcome> {
    const severity = alertSeverity(alert.severityWord, setting.rules.severities);
    if (severity === 'ignored') return 'ignored';
    const place = placeOf(alert, setting);
    if (place === null) return 'unassigned';
    await this.intake.began(client, {
      ...place,
      conditionKey: conditionKeyOf(alert),
      ruleId: null,
      severity: severity satisfies FaultSeverity,
      title: { code: 'external', params: { text: shortened(alert.text) } },
      startAtMs: Math.max(startMs, nowMs - backDatedMsMax),
      detectedAtMs: nowMs,
      evidence: {
        monitor: setting.sourceName,
        startedAt: instantText(alert.startedAtMs),
        severity: alert.severityWord,
        ...(alert.groupKey !== null && { group: alert.groupKey }),
        labels: alert.labels,
      },
    });
    return 'fault';
  }

  /** The alert is over; nothing where it was no fault. */
  async ended(client: Queryable, alert: StoredAlert, atMs: number): Promise<void> {
    if (alert.outcome !== 'fault') return;
    await this.intake.ended(client, { conditionKey: conditionKeyOf(alert), atMs });
  }
}

const conditionKeyOf = ({ sourceId, fingerprint }: StoredAlert): string =>
  `incoming:${sourceId}:${fingerprint}`;

const shortened = (text: string): string => {
  const characters = [...text];
  return characters.length <= titleCharactersMax
    ? text
    : `${characters.slice(0, titleCharactersMax - 1).join('')}…`;
};

/** A server that is part of no system serves nobody yet: its alerts wait, as those of unknown hosts do. */
function placeOf({ labels }: StoredAlert, { rules, scene }: AlertSetting): Place | null {
  const target = alertTarget(labels, rules.assignments, [...scene.watched.values()]);
  if (target === null) return null;
  if (target.kind === 'system') return { systemId: target.systemId, serverId: null, componentId: null };
  const component = scene.placeOf.get(target.serverId);
  if (!component) return null;
  return { systemId: component.systemId, serverId: target.serverId, componentId: component.id };
}
