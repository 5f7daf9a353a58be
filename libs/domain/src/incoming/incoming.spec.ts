import { hourMs, minuteMs } from '../time/durations.js';
import type { IncomingAlert, KnownAlert } from './alert.js';
import { alertMeans, replayedWithinMs, type AlertMeans } from './alert-means.js';
import { alertSeverity, type usualAlertSeverities } from './alert-severity.js';
import { alertTarget, type AlertAssignment, type NamedServer } from './alert-target.js';

const nowMs = Date.UTC(2026, 8, 1, 2);
const ago = (minutes: number) => nowMs - minutes * minuteMs;
const firing = (startedAtMs: number): IncomingAlert => ({
  fingerprint: 'f',
  episode: String(startedAtMs),
  isFiring: true,
  startedAtMs,
  endedAtMs: null,
  text: 'a text',
  severityWord: 'critical',
  labels: {},
  groupKey: null,
});
const resolved = (startedAtMs: number, endedAtMs: number): IncomingAlert => ({
  ...firing(startedAtMs),
  isFiring: false,
  endedAtMs,
});
const known = (startedAtMs: number, endedAtMs: number | null = null, receivedAtMs = ago(1)): KnownAlert => ({
  episode: String(startedAtMs),
  startedAtMs,
  endedAtMs,
  lastReceivedAtMs: receivedAtMs,
});

describe('what an alert means', () => {
  const cases: [string, IncomingAlert, KnownAlert | null, AlertMeans][] = [
    ['a first firing begins, back-dated', firing(ago(5)), null, { kind: 'begins', startMs: ago(5) }],
    ['one by a clock that is ahead begins now', firing(ago(-2)), null, { kind: 'begins', startMs: nowMs }],
    ['told again it goes on', firing(ago(5)), known(ago(5)), { kind: 'goesOn', startMs: ago(5) }],
    ['with an earlier start too', firing(ago(9)), known(ago(5)), { kind: 'goesOn', startMs: ago(9) }],
    ['its end ends it', resolved(ago(5), ago(1)), known(ago(5)), { kind: 'ends', endMs: ago(1) }],
    ['an end ahead of now is now', resolved(ago(5), ago(-3)), known(ago(5)), { kind: 'ends', endMs: nowMs }],
    [
      'the end of a later time ends it',
      resolved(ago(3), ago(1)),
      known(ago(5)),
      { kind: 'ends', endMs: ago(1) },
    ],
    ['the end of an earlier time does not', resolved(ago(60), ago(50)), known(ago(5)), { kind: 'nothing' }],
    ['an end without a beginning is no fault', resolved(ago(5), ago(1)), null, { kind: 'wasOver' }],
    ['told again the end is nothing', resolved(ago(5), ago(1)), known(ago(5), ago(1)), { kind: 'nothing' }],
    [
      'an end of a time that was missed is no fault',
      resolved(ago(3), ago(1)),
      known(ago(50), ago(40)),
      { kind: 'wasOver' },
    ],
    [
      'the beginning again after the end is nothing',
      firing(ago(5)),
      known(ago(5), ago(1)),
      { kind: 'nothing' },
    ],
    [
      'said anew long after, it begins when it is said',
      firing(ago(60)),
      known(ago(60), ago(30), nowMs - replayedWithinMs - 1),
      { kind: 'begins', startMs: nowMs },
    ],
    ['it comes back', firing(ago(2)), known(ago(50), ago(40)), { kind: 'begins', startMs: ago(2) }],
    [
      'it comes back at once, by its own word before it was over',
      firing(ago(30)),
      known(ago(50), ago(20)),
      { kind: 'begins', startMs: ago(20) },
    ],
    [
      'an older time again is nothing',
      firing(ago(90)),
      known(ago(50), ago(40), nowMs - hourMs),
      { kind: 'nothing' },
    ],
  ];
  it.each(cases)('%s', (_, alert, before, means) => {
    expect(alertMeans(alert, before, nowMs)).toEqual(means);
  });
});

describe('how bad it is', () => {
  const cases: [string, Parameters<typeof alertSeverity>[1], string][] = [
    ['critical', {}, 'critical'],
    [' Warning ', {}, 'minor'],
    ['Disaster', {}, 'critical'],
    ['4', {}, 'serious'],
    ['none', {}, 'ignored'],
    ['P2', {}, 'minor'],
    ['', {}, 'minor'],
    ['constructor', {}, 'minor'],
    ['P2', { p2: 'serious' }, 'serious'],
    ['critical', { critical: 'ignored' } satisfies typeof usualAlertSeverities, 'ignored'],
  ];
  it.each(cases)('“%s” with %j is %s', (word, own, severity) => {
    expect(alertSeverity(word, own)).toBe(severity);
  });
});

describe('whose it is', () => {
  const server = (id: string, hostname: string, name = id, address: string | null = null): NamedServer => ({
    id,
    hostname,
    name,
    address,
  });
  const servers = [
    server('web', 'web-01.example.org', '门户', '10.1.2.3'),
    server('db', 'db-01', '数据库', '2001:db8::1'),
    server('twin-a', 'twin'),
    server('twin-b', 'twin'),
  ];
  const assignments: AlertAssignment[] = [
    { label: 'team', value: 'portal', systemId: 'portal', serverId: null },
    { label: 'instance', value: 'proxy:9100', systemId: null, serverId: 'db' },
  ];
  const cases: [Record<string, string>, string | null][] = [
    [{ instance: 'web-01.example.org:9100' }, 'web'],
    [{ instance: 'WEB-01:9100' }, 'web'],
    [{ instance: '10.1.2.3:9100' }, 'web'],
    [{ instance: '[2001:db8::1]:9100' }, 'db'],
    [{ address: '2001:db8::1' }, 'db'],
    [{ instance: 'http://db-01/health' }, 'db'],
    [{ host: '数据库' }, 'db'],
    [{ instance: '10.9.9.9:9100', nodename: 'db-01' }, 'db'],
    [{ instance: 'twin:9100' }, null],
    [{ instance: 'proxy:9100' }, 'db'],
    [{ instance: 'db-01:9100', team: 'portal' }, 'portal'],
    [{ instance: '' }, null],
    [{ job: 'web-01' }, null],
    [{}, null],
  ];
  it.each(cases)('%j is of %s', (labels, id) => {
    const target = alertTarget(labels, assignments, servers);
    expect(target && (target.kind === 'system' ? target.systemId : target.serverId)).toBe(id);
  });
});
