import { zabbixEventSchema, type ZabbixEvent } from '@opsgauge/contract';
import { zabbixMediaType } from './zabbix-media-type.js';
import { zabbixParameters, zabbixScript } from './zabbix-script.js';

interface Sent {
  readonly url: string;
  readonly headers: readonly string[];
  readonly body: unknown;
}

/** Runs the script as Zabbix does. */
function run(values: Record<string, string>, status = 200): { sent: Sent[]; result: string } {
  const sent: Sent[] = [];
  class HttpRequest {
    private readonly headers: string[] = [];
    addHeader(text: string): void {
      this.headers.push(text);
    }
    post(url: string, body: string): string {
      sent.push({ url, headers: this.headers, body: JSON.parse(body) });
      return 'answered';
    }
    getStatus = (): number => status;
  }
  // Zabbix wraps the script in a function the same way.
  const script = new Function('value', 'HttpRequest', zabbixScript) as (
    value: string,
    type: unknown,
  ) => string;
  const result = script(
    JSON.stringify({ ...values, url: 'https://hub/zabbix', token: 'ogm_1' }),
    HttpRequest,
  );
  return { sent, result };
}

const problem = {
  ...zabbixParameters,
  source: '0',
  update: '0',
  value: '1',
  event_id: '4711',
  trigger_id: '23512',
  name: '空间不足 "/data"',
  severity: '4',
  host: 'web-01',
  host_name: '门户',
  address: '10.1.2.3',
  timestamp: '1780000000',
  tags: '[{"tag":"scope","value":"capacity"}]',
};
const bodyOf = (values: Record<string, string>): ZabbixEvent =>
  zabbixEventSchema.parse(run(values).sent[0]!.body);
const hourMs = 3_600_000;

test('a problem is told as the hub reads it', () => {
  const { sent } = run(problem);
  expect(sent).toMatchObject([
    { url: 'https://hub/zabbix', headers: ['Content-Type: application/json', 'Authorization: Bearer ogm_1'] },
  ]);
  expect(bodyOf(problem)).toEqual({
    version: '1',
    eventId: '4711',
    triggerId: '23512',
    status: 'problem',
    name: '空间不足 "/data"',
    severity: '4',
    host: 'web-01',
    hostName: '门户',
    address: '10.1.2.3',
    startedAt: new Date(1_780_000_000_000).toISOString(),
    endedAt: null,
    tags: [{ tag: 'scope', value: 'capacity' }],
  });
});

test('a recovery tells when it was over', () => {
  expect(bodyOf({ ...problem, value: '0', recovery_timestamp: '1780000060' })).toMatchObject({
    status: 'resolved',
    endedAt: new Date(1_780_000_060_000).toISOString(),
  });
});

test('a Zabbix without time stamps tells ages', () => {
  const old = {
    ...problem,
    timestamp: '{EVENT.TIMESTAMP}',
    age: '1h 2m 3s',
    duration: '1h',
    tags: '{EVENT.TAGSJSON}',
  };
  const { startedAt, endedAt, tags } = bodyOf({ ...old, value: '0' });
  const agoMs = Date.now() - Date.parse(startedAt);
  expect(Math.abs(agoMs - hourMs - 123_000)).toBeLessThan(5000);
  expect(Date.parse(endedAt!) - Date.parse(startedAt)).toBe(hourMs);
  expect(tags).toEqual([]);
});

test('updates, and what is of no trigger, are not told', () => {
  expect(run({ ...problem, update: '1' }).sent).toEqual([]);
  expect(run({ ...problem, source: '3' }).sent).toEqual([]);
});

test('what the hub refuses fails, so that Zabbix tries again and shows it', () => {
  expect(() => run(problem, 401)).toThrow('OpsGauge: 401 answered');
});

test('the media type holds address, token, every parameter, and the script line by line', () => {
  const text = zabbixMediaType({ url: 'https://hub/zabbix', token: "ogm_'1" });
  expect(text).toContain("        - name: token\n          value: 'ogm_''1'\n");
  for (const [name, macro] of Object.entries(zabbixParameters)) {
    expect(text).toContain(`        - name: ${name}\n          value: '${macro}'\n`);
  }
  const [, script] = /script: \|\n([^]*?) {6}message_templates/.exec(text)!;
  expect(script!.replaceAll(/^ {8}/gm, '')).toBe(zabbixScript);
});
