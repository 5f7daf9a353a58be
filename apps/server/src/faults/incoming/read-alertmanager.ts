import type { AlertmanagerMessage } from '@opsgauge/contract';
import type { IncomingAlert } from '@opsgauge/domain';
import { toldEnd, toldMoment } from './alert-times.js';

/**
 * The alerts of a message of Alertmanager's.
 * @throws ApplicationError `invalid_request` naming the moment that cannot be
 */
export const readAlertmanager = ({ groupKey, alerts }: AlertmanagerMessage, nowMs: number): IncomingAlert[] =>
  alerts.map(({ status, labels, annotations, startsAt, endsAt, fingerprint }, index) => {
    const startedAtMs = toldMoment(startsAt, `alerts.${index}.startsAt`, nowMs);
    const isFiring = status === 'firing';
    return {
      fingerprint,
      // Each time that an alert is on has a start of its own.
      episode: String(startedAtMs),
      isFiring,
      startedAtMs,
      endedAtMs: isFiring ? null : toldEnd(endsAt, `alerts.${index}.endsAt`, startedAtMs, nowMs),
      text: annotations['summary']?.trim() || labels['alertname']?.trim() || fingerprint,
      severityWord: labels['severity'] ?? '',
      labels,
      groupKey,
    };
  });
