import type { ZabbixEvent } from '@opsgauge/contract';
import type { IncomingAlert } from '@opsgauge/domain';
import { toldEnd, toldMoment } from './alert-times.js';

/**
 * A problem of Zabbix', or its recovery, as an alert. Its tags are labels, beside `host`, `hostName`, `address` and
 * `trigger`, which no tag can stand for.
 * @throws ApplicationError `invalid_request` naming the moment that cannot be
 */
export function readZabbix(event: ZabbixEvent, nowMs: number): IncomingAlert {
  const { eventId, triggerId, status, name, severity, host, hostName, address, tags } = event;
  const startedAtMs = toldMoment(event.startedAt, 'startedAt', nowMs);
  const isFiring = status === 'problem';
  const endedAt = event.endedAt ?? new Date(nowMs).toISOString();
  return {
    fingerprint: `${triggerId}:${host}`,
    episode: eventId,
    isFiring,
    startedAtMs,
    endedAtMs: isFiring ? null : toldEnd(endedAt, 'endedAt', startedAtMs, nowMs),
    text: name,
    severityWord: severity,
    labels: {
      ...Object.fromEntries(tags.map(({ tag, value }) => [tag, value])),
      host,
      hostName,
      address,
      trigger: triggerId,
    },
    groupKey: null,
  };
}
