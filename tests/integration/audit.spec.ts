import fs from 'node:fs';
import path from 'node:path';
import { AuditService } from '../../apps/server/src/platform/audit/audit.service.js';
import { Database } from '../../apps/server/src/platform/database/database.js';
import type {
  AuditAction,
  AuditEntry,
  AuditResponse,
  AuditVerification,
  ErrorBody,
} from '../../libs/contract/src/index.js';
import { TestHub } from '../support/test-hub.js';
import { until } from '../support/until.js';

let hub: TestHub;
let audit: AuditService;

beforeEach(async () => {
  hub = await TestHub.start();
  audit = hub.app.get(AuditService);
});
afterEach(() => hub.stop());

const verification = () => hub.get<AuditVerification>('/api/v1/audit/verification');
const list = (query = '') => hub.get<AuditResponse>(`/api/v1/audit?limit=500${query}`);
/** An action of no room of the hub's. */
const made = (action: string) => action as AuditAction;
const recordMany = (count: number) =>
  Promise.all(
    Array.from({ length: count }, (_, index) =>
      audit.record({
        action: made('test.write'),
        targetKind: 'test',
        targetId: String(index),
        after: { index },
      }),
    ),
  );
/** What only somebody with the database's superuser can do: past the trigger that guards the table. */
const tamper = (statement: string) =>
  hub.app.get(Database).transaction(async (client) => {
    await client.query('SET LOCAL session_replication_role = replica');
    await client.query(statement);
  });
const notedHeads = () => {
  const file = path.join(hub.dataDirectory, 'audit-heads.txt');
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8').trimEnd().split('\n') : [];
};

describe('the chain', () => {
  it('has no gap and no fork under 200 writers at once', async () => {
    await hub.cookieOf('admin');
    const before = (await list()).total;
    await recordMany(200);
    const { items, total } = await list();
    expect(total).toBe(before + 200);
    expect(items.map(({ number }) => number)).toEqual(Array.from({ length: total }, (_, i) => total - i));
    expect(await verification()).toEqual({ entries: total, headHash: items[0]!.hash, problem: null });
    await until('every head is noted', () => notedHeads().length === total);
  });

  it('leaves out what was rolled back, and notes no head for it', async () => {
    const database = hub.app.get(Database);
    const failing = database.transaction(async (client) => {
      await audit.record({ action: made('test.lost'), targetKind: 'test' }, client);
      throw new Error('on purpose');
    });
    await expect(failing).rejects.toThrow('on purpose');
    await recordMany(1);
    expect((await list('&action=test.lost')).total).toBe(0);
    expect((await verification()).problem).toBeNull();
  });

  it.each(['UPDATE audit_entry SET action = action', 'DELETE FROM audit_entry', 'TRUNCATE audit_entry'])(
    'is refused by the database: %s',
    async (statement) => {
      await recordMany(1);
      await expect(hub.sql(statement)).rejects.toThrow('the audit log is append-only');
    },
  );

  it.each([
    ['a changed byte', `UPDATE audit_entry SET target_id = 'x' WHERE number = 7`, 7, 'changed'],
    [
      'a changed byte within',
      `UPDATE audit_entry SET after = '{"index": 99}' WHERE number = 7`,
      7,
      'changed',
    ],
    ['a changed actor', `UPDATE audit_entry SET actor_name = 'root' WHERE number = 7`, 7, 'changed'],
    ['a moved time', `UPDATE audit_entry SET at = at + interval '1 ms' WHERE number = 7`, 7, 'changed'],
    ['a deleted row', 'DELETE FROM audit_entry WHERE number = 7', 7, 'missing'],
    ['a deleted first row', 'DELETE FROM audit_entry WHERE number = 1', 1, 'missing'],
    ['a cut tail', 'DELETE FROM audit_entry WHERE number > 15', 16, 'cut'],
    ['an emptied log', 'DELETE FROM audit_entry', 1, 'cut'],
  ])('names %s', async (_, statement, number, kind) => {
    await hub.cookieOf('admin');
    await recordMany(20);
    const { total } = await list();
    await until('every head is noted', () => notedHeads().length === total);
    await tamper(statement);
    const { problem } = await verification();
    expect(problem).toMatchObject({
      number,
      kind,
      message: expect.stringContaining(`entry ${number} `) as string,
    });
  });

  it('names an entry that was changed with a chain computed anew', async () => {
    await hub.cookieOf('admin');
    await recordMany(3);
    const { total, items } = await list();
    await until('every head is noted', () => notedHeads().length === total);
    await tamper(`DELETE FROM audit_entry WHERE number = ${total}`);
    fs.renameSync(
      path.join(hub.dataDirectory, 'audit-heads.txt'),
      path.join(hub.dataDirectory, 'audit-heads.kept'),
    );
    await recordMany(1);
    expect((await verification()).problem).toBeNull();
    fs.renameSync(
      path.join(hub.dataDirectory, 'audit-heads.kept'),
      path.join(hub.dataDirectory, 'audit-heads.txt'),
    );
    expect((await verification()).problem).toMatchObject({ number: total, kind: 'changed' });
    expect(items[0]!.number).toBe(total);
  });
});

describe('an entry', () => {
  it('keeps no secret, whatever it is handed', async () => {
    await audit.record({
      action: made('test.secrets'),
      targetKind: 'test',
      targetName: 'nul \0 and half \ud800',
      before: { passwordHash: 'SESAME-1', nested: [{ api_token: 'SESAME-2', hasTotp: true }] },
      after: { 'new-password': 'SESAME-3', secretHash: Buffer.from('SESAME-4'), name: 'kept', token: null },
    });
    const { items } = await list('&action=test.secrets');
    expect(JSON.stringify(items)).not.toContain('SESAME');
    expect(items[0]).toMatchObject({
      before: { passwordHash: '[hidden]', nested: [{ api_token: '[hidden]', hasTotp: true }] },
      after: { 'new-password': '[hidden]', secretHash: '[hidden]', name: 'kept', token: null },
    });
    expect((await verification()).problem).toBeNull();
  });

  it('says who did it and from where', async () => {
    const response = await hub.as('admin', 'POST', '/api/v1/servers/enrolment-tokens');
    const { token } = (await response.json()) as { token: string };
    const { items } = await list('&action=enrolment-token');
    expect(items[0]).toMatchObject({
      action: 'enrolment-token.create',
      actorName: 'admin',
      address: '127.0.0.1',
    } satisfies Partial<AuditEntry>);
    expect(items[0]!.actorId).not.toBeNull();
    expect(JSON.stringify(items)).not.toContain(token);
  });

  it('is written for an enrolment and for an inspection that is asked for', async () => {
    const { serverId } = await hub.enrol('web-01');
    await hub.as('admin', 'POST', `/api/v1/servers/${serverId}/inspections`);
    const { items } = await list(`&text=${serverId}`);
    expect(items).toMatchObject([
      { action: 'inspection.request', actorName: 'admin', targetName: 'web-01' },
      { action: 'server.enrol', actorId: null, targetName: 'web-01', after: { invitedBy: 'admin' } },
    ]);
  });

  it('names what is maintained, with the reason among the fields', async () => {
    const { serverId } = await hub.enrol('web-01');
    const at = (hours: number) => new Date(hub.clock.nowMs() + hours * 3_600_000).toISOString();
    const window = { target: { kind: 'server', serverId }, from: at(1), to: at(2), reason: '升级' };
    const { id } = await hub.admin<{ id: string }>('POST', '/api/v1/maintenance-windows', window);
    await hub.admin('DELETE', `/api/v1/maintenance-windows/${id}`);
    expect((await list('&action=maintenance')).items).toMatchObject([
      { action: 'maintenance.delete', targetName: 'web-01', before: { reason: '升级' } },
      { action: 'maintenance.create', targetName: 'web-01', after: { reason: '升级' } },
    ]);
  });
});

describe('the list', () => {
  it('filters by action, its first part, text, actor and time, and pages on', async () => {
    await hub.cookieOf('admin');
    await recordMany(5);
    await audit.record({ action: made('testing.other'), targetKind: 'test', targetName: '甲%_系统' });
    expect((await list('&action=test')).total).toBe(5);
    expect((await list('&action=test.write')).total).toBe(5);
    expect((await list(`&text=${encodeURIComponent('%_系')}`)).total).toBe(1);
    expect((await list(`&to=${new Date(0).toISOString()}`)).total).toBe(0);
    const { items } = await hub.get<AuditResponse>('/api/v1/audit?action=test&limit=2');
    const next = await hub.get<AuditResponse>(
      `/api/v1/audit?action=test&limit=2&before=${items.at(-1)!.number}`,
    );
    expect(next.items.map(({ number }) => number)).toEqual([
      items.at(-1)!.number - 1,
      items.at(-1)!.number - 2,
    ]);
    expect(next.total).toBe(5);
  });

  it('comes as CSV that no spreadsheet takes for formulas', async () => {
    await audit.record({
      action: made('test.csv'),
      targetKind: 'test',
      targetName: '=1+1',
      after: { name: '系统' },
    });
    const response = await hub.as('admin', 'GET', '/api/v1/audit?action=test.csv', undefined, {
      accept: 'text/csv',
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.subarray(0, 3).toString('hex')).toBe('efbbbf');
    const [header, line] = bytes.toString('utf8').split('\r\n');
    expect(header).toContain('number,at,actorId,actorName,address,action');
    expect(line).toContain(`,test.csv,test,,'=1+1,,"{""name"":""系统""}",`);
  });

  it.each(['operator', 'lead', 'owner', 'evaluator'] as const)('is closed to %s', async (role) => {
    for (const route of ['/api/v1/audit', '/api/v1/audit/verification']) {
      const response = await hub.as(role, 'GET', route);
      expect(response.status).toBe(403);
      expect(((await response.json()) as ErrorBody).code).toBe('forbidden');
    }
  });
});
