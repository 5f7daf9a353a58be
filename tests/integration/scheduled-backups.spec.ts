import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Jobs } from '../../apps/server/src/platform/jobs/jobs.js';
import { readManifest } from '../../apps/server/src/platform/backup/manifest.js';
import { backupsResponseSchema, type AuditResponse } from '../../libs/contract/src/index.js';
import { TestHub } from '../support/test-hub.js';
import { until } from '../support/until.js';

let parent: string;
let hub: TestHub;
const start = async (directory: string) => {
  hub = await TestHub.start({ environment: { OPSGAUGE_BACKUP_DIR: directory } });
};
const backups = async () => backupsResponseSchema.parse(await hub.get('/api/v1/backups'));
/** The job logs what goes wrong and ends. */
const night = () => hub.app.get(Jobs).runNow('backup');

beforeEach(() => {
  parent = fs.mkdtempSync(path.join(os.tmpdir(), 'opsgauge-nightly-'));
});
afterEach(async () => {
  await hub.stop();
  fs.rmSync(parent, { recursive: true, force: true });
});

it('a hub without a good backup makes one as it starts, and the page says where it is', async () => {
  await start(parent);
  const { items, lastGoodAt, isScheduled } = await until('the first backup', async () => {
    const found = await backups();
    return found.lastGoodAt !== null && found;
  });
  expect(isScheduled).toBe(true);
  expect(items).toHaveLength(1);
  expect(items[0]).toMatchObject({ ok: true, at: lastGoodAt });
  expect(items[0]!.bytes).toBeGreaterThan(1000);
  expect(fs.readdirSync(items[0]!.message)).toEqual(['files', 'manifest.json', 'tables']);
});

it('keeps the newest fourteen, and nothing that is not finished or not its own goes amiss', async () => {
  fs.mkdirSync(path.join(parent, 'opsgauge-20200101-030000'));
  fs.mkdirSync(path.join(parent, 'somebody-else'));
  await start(parent);
  await until('the first backup', async () => (await backups()).lastGoodAt);
  for (let nights = 0; nights < 15; nights++) {
    hub.clock.advance(86_400_000);
    await night();
  }
  const kept = fs.readdirSync(parent).sort();
  expect(kept).toHaveLength(15);
  expect(kept.at(-1)).toBe('somebody-else');
  expect(kept).not.toContain('opsgauge-20200101-030000');
  expect((await backups()).items).toHaveLength(16);
});

it('says why there is none, and when the last good one was', async () => {
  const file = path.join(parent, 'a-file');
  fs.writeFileSync(file, '');
  await start(path.join(file, 'below'));
  const { items, lastGoodAt } = await until('the failed run', async () => {
    const found = await backups();
    return found.items.length > 0 && found;
  });
  expect(lastGoodAt).toBeNull();
  expect(items[0]).toMatchObject({
    ok: false,
    bytes: null,
    message: `${file}/below: a part of the path is not a folder`,
  });
});

it('is for administrators, and off where no folder is named', async () => {
  hub = await TestHub.start();
  expect(await backups()).toEqual({
    items: [],
    isScheduled: false,
    lastGoodAt: null,
    nextAt: null,
    isOverdue: false,
    keptMax: 14,
    running: null,
  });
  for (const method of ['GET', 'POST']) {
    expect((await hub.as('operator', method, '/api/v1/backups')).status).toBe(403);
  }
  expect((await hub.as('admin', 'POST', '/api/v1/backups')).status).toBe(409);
  expect((await hub.get<AuditResponse>('/api/v1/audit?action=backup')).total).toBe(0);
});

it('is made when an administrator asks for one, one at a time, and that is written down', async () => {
  await start(parent);
  await until('the first backup', async () => (await backups()).lastGoodAt);
  await until('the end of the first', async () => (await backups()).running === null);
  hub.clock.advance(60_000);
  const answers = await Promise.all([1, 2, 3].map(() => hub.as('admin', 'POST', '/api/v1/backups')));
  expect(answers.map(({ status }) => status).sort()).toEqual([202, 409, 409]);
  const { items, lastGoodAt } = await until('the second backup', async () => {
    const found = await backups();
    return found.items.length === 2 && found.running === null && found;
  });
  expect(items[0]).toMatchObject({ at: lastGoodAt, ok: true, isKept: true });
  const { tables } = readManifest(items[0]!.message);
  expect(items[0]!.rows).toBe(tables.reduce((sum, { rows }) => sum + rows, 0));
  const { items: entries } = await hub.get<AuditResponse>('/api/v1/audit?action=backup');
  expect(entries).toMatchObject([{ action: 'backup.request', actorName: 'admin', address: '127.0.0.1' }]);
});

it('is overdue a while after the night when there was none, and when the last one is gone', async () => {
  await start(parent);
  const { items, nextAt } = await until('the first backup', async () => {
    const found = await backups();
    return found.lastGoodAt !== null && found;
  });
  expect(Date.parse(nextAt!) - hub.clock.nowMs()).toBeGreaterThan(0);
  expect(Date.parse(nextAt!) - hub.clock.nowMs()).toBeLessThanOrEqual(86_400_000);
  expect((await backups()).isOverdue).toBe(false);
  hub.clock.advance(25 * 3_600_000);
  expect((await backups()).isOverdue).toBe(false);
  hub.clock.advance(2 * 3_600_000);
  expect((await backups()).isOverdue).toBe(true);
  await night();
  expect((await backups()).isOverdue).toBe(false);
  for (const name of fs.readdirSync(parent)) fs.rmSync(path.join(parent, name), { recursive: true });
  const gone = await backups();
  expect(gone).toMatchObject({ isOverdue: true, lastGoodAt: null });
  expect(gone.items.map(({ ok, isKept }) => ({ ok, isKept }))).toEqual([
    { ok: true, isKept: false },
    { ok: true, isKept: false },
  ]);
  expect(items[0]!.isKept).toBe(true);
});
