import { observed, type ClassifiedInterval, type StatusClass } from '@opsgauge/domain';
import { countsFrom, isBehindMissingGateway } from './hold-back.js';

const stretch = (fromMs: number, toMs: number, klass: StatusClass): ClassifiedInterval => ({
  ...observed({ fromMs, toMs }, 'up', 'samples'),
  class: klass,
});

test.each<[string, ClassifiedInterval[], ReturnType<typeof countsFrom>]>([
  ['in service: from when it began', [stretch(0, 100, 'up')], { startMs: 40 }],
  ['nothing known of the host: from when it began', [], { startMs: 40 }],
  [
    'in maintenance: not now',
    [stretch(0, 60, 'up'), stretch(60, 100, 'maintenance')],
    { heldBackBy: 'maintenance' },
  ],
  ['outside service: not now', [stretch(0, 100, 'out-of-service')], { heldBackBy: 'out-of-service' }],
  [
    'maintenance over: from its end',
    [stretch(0, 70, 'maintenance'), stretch(70, 100, 'down')],
    { startMs: 70 },
  ],
  ['maintenance before it began', [stretch(0, 40, 'maintenance'), stretch(40, 100, 'down')], { startMs: 40 }],
  [
    'maintenance in between: from the last end',
    [stretch(0, 50, 'down'), stretch(50, 70, 'maintenance'), stretch(70, 100, 'down')],
    { startMs: 70 },
  ],
])('%s', (_what, intervals, expected) => expect(countsFrom(40, intervals)).toEqual(expected));

describe('a server behind others', () => {
  const ways: Record<string, string> = { web: 'switch', switch: 'router', one: 'other', other: 'one' };
  const behind = (serverId: string, ...missing: string[]) =>
    isBehindMissingGateway(serverId, {
      gatewayOf: (id) => ways[id] ?? null,
      isMissing: (id) => missing.includes(id),
    });

  test.each<[string, string, string[], boolean]>([
    ['its gateway is there', 'web', ['database'], false],
    ['its gateway is missing', 'web', ['switch'], true],
    ['the gateway of its gateway is missing', 'web', ['router'], true],
    ['it is missing itself', 'web', ['web'], false],
    ['it has no gateway', 'router', ['switch'], false],
    ['two are entered as each other’s', 'one', [], false],
    ['two are entered as each other’s, one missing', 'one', ['other'], true],
  ])('%s', (_what, serverId, missing, expected) => expect(behind(serverId, ...missing)).toBe(expected));
});
