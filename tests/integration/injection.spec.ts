import { errorBodySchema, type ErrorBody } from '../../libs/contract/src/index.js';
import {
  queryFieldsOf,
  textFieldsOf,
  textsOf,
  withValue,
  type ApiDescription,
} from '../support/text-fields.js';
import { bodyRoutes } from '../support/injection/body-routes.js';
import { InjectionScene } from '../support/injection/injection-scene.js';
import type { TestHub } from '../support/test-hub.js';
import { unzip } from '../support/unzip.js';

/** Texts that mean something elsewhere: to a database, a page, a spreadsheet, a file system, a template, a reader. */
const hostile = {
  SQL: `'); DROP TABLE server; --`,
  script: '<script>alert(1)</script>',
  formula: `=cmd|' /C calc'!A0`,
  path: '../../etc/passwd',
  NUL: 'a\0b',
  'half a character': 'a\ud800b',
  'very long': 'x'.repeat(20_000),
  'signs that change direction': 'web\u202e10-\u2066x',
  template: '{{7*7}}${7*7}$1%s',
};

const scene = new InjectionScene();
const routes = bodyRoutes(scene);
let hub: TestHub;
let description: ApiDescription;

beforeAll(async () => {
  await scene.start();
  ({ hub } = scene);
  description = (await (await hub.request('GET', '/api/docs-json')).json()) as ApiDescription;
});
afterAll(() => hub.stop());

async function send(key: string, body: unknown): Promise<Response> {
  const { ids, headers } = routes[key]!;
  const [method, template] = key.split(' ') as [string, string];
  const left = ids?.() ?? [];
  const path = template.replaceAll(/\{\w+\}/g, () => left.shift()!);
  // Guesses at passwords are counted by address, and all of these come from one.
  await hub.sql('DELETE FROM login_failure');
  return headers ? hub.request(method, path, body, headers()) : hub.as('admin', method, path, body);
}

/** What becomes of one text in one field; null where all is well. */
async function tryText(key: string, field: string, text: string): Promise<object | null> {
  const { body, readAt, isKept, alike = [] } = routes[key]!;
  const changed = alike.includes(field) ? alike : [field];
  const hostileBody = changed.reduce<unknown>((made, one) => withValue(made, one, text), await body());
  const response = await send(key, hostileBody);
  const raw = await response.text();
  const found = { field, text: text.slice(0, 40), status: response.status, answer: raw.slice(0, 300) };
  if (response.status >= 500) return found;
  const answer =
    raw === '' ? {} : (JSON.parse(raw) as { id?: string; results?: { status: string; message?: string }[] });
  if (!response.ok) {
    const error: ErrorBody = errorBodySchema.parse(answer);
    const isNamed =
      error.code !== 'invalid_request' ||
      (error.field !== undefined && changed.some((one) => one.startsWith(error.field!)));
    return isNamed && !/SELECT|INSERT|UPDATE|\n\s+at /.test(error.message) ? null : found;
  }
  const [result] = answer.results ?? [];
  if (result?.status === 'rejected') return result.message?.includes(field.split('.').at(-1)!) ? null : found;
  if (isKept?.(field)) return null;
  const read = readAt ? await hub.get(readAt(answer)) : answer;
  return textsOf(read).includes(text.trim()) ? null : { ...found, read: JSON.stringify(read).slice(0, 400) };
}

it('every route that takes a body is tried', () =>
  expect(Object.keys(routes).sort()).toEqual([...textFieldsOf(description).keys()].sort()));

it.each(Object.keys(routes))('%s takes a good body', async (key) => {
  const response = await send(key, await routes[key]!.body());
  const { code } = response.ok ? { code: null } : errorBodySchema.parse(await response.json());
  // Wrong secrets are good bodies too.
  const ofSecrets = [
    'wrong_credentials',
    'second_factor_wrong',
    'invitation_invalid',
    'second_factor_not_begun',
  ];
  expect([null, ...ofSecrets]).toContain(code);
});

it.each(Object.keys(routes))(
  '%s refuses a hostile text by its field, or gives it back as it is',
  async (key) => {
    const fields = textFieldsOf(description).get(key)!;
    expect(fields.length).toBeGreaterThan(0);
    const found: object[] = [];
    for (const field of fields) {
      for (const text of Object.values(hostile)) {
        const trouble = await tryText(key, field, text);
        if (trouble) found.push(trouble);
      }
    }
    expect(found).toEqual([]);
  },
);

it('every query takes hostile texts as texts, or refuses them by their name', async () => {
  const found: object[] = [];
  for (const [template, names] of queryFieldsOf(description)) {
    const path = template.replaceAll(/\{\w+\}/g, () =>
      template.includes('/systems/') ? scene.systemId : scene.agent.serverId,
    );
    for (const name of names) {
      for (const text of Object.values(hostile)) {
        // Half a character has no place in an address.
        if (/\p{Surrogate}/u.test(text) || text.length > 1000) continue;
        const response = await hub.as('admin', 'GET', `${path}?${new URLSearchParams({ [name]: text })}`);
        const answer = (await response.json()) as ErrorBody;
        if (response.status >= 500) found.push({ path, name, text, answer });
        if (response.status === 400 && answer.code === 'invalid_request' && !answer.field)
          found.push({ path, name, text, answer });
      }
    }
  }
  expect(found).toEqual([]);
});

it('an id that is none is refused, wherever a path has one', async () => {
  const paths = Object.keys(description.paths).filter((path) => path.includes('{'));
  for (const path of paths.filter((one) => 'get' in description.paths[one]!)) {
    for (const text of [hostile.SQL, hostile.path, hostile.NUL, hostile.template]) {
      const response = await hub.as('admin', 'GET', path.replaceAll(/\{\w+\}/g, encodeURIComponent(text)));
      expect({ path, text, isRefused: [400, 404].includes(response.status) }).toEqual({
        path,
        text,
        isRefused: true,
      });
    }
  }
});

describe('what leaves for a spreadsheet or a word processor', () => {
  const name = `=cmd|' /C calc'!A0`;

  it('holds no cell that a spreadsheet would run', async () => {
    await hub.admin('PATCH', `/api/v1/systems/${scene.systemId}`, {
      projectId: scene.projectId,
      name,
      shortName: '+1+1',
    });
    await hub.admin('PATCH', `/api/v1/servers/${scene.agent.serverId}`, { name: '@SUM(1)' });
    const { items } = await hub.get<{ items: { id: string }[] }>('/api/v1/evaluations');
    for (const path of ['/api/v1/audit', ...items.map(({ id }) => `/api/v1/evaluations/${id}/actuals`)]) {
      const text = await (await hub.as('admin', 'GET', path, undefined, { accept: 'text/csv' })).text();
      expect(text).toContain(',');
      expect({ path, found: /(?:^|[,\n])"?[=+@\t]/.exec(text.replace('\ufeff', ''))?.[0] }).toEqual({ path });
    }
  });

  it('is text in a report, and nothing that is computed or fetched', async () => {
    await hub.admin('PATCH', `/api/v1/servers/${scene.agent.serverId}`, { name: `${name}<w:br/>` });
    const key = 'POST /api/v1/agent/inspections/{id}';
    const reading = withValue(await routes[key]!.body(), 'hardware.model', `${name}<w:br/>`);
    expect((await send(key, reading)).status).toBe(204);
    const response = await hub.as('admin', 'GET', `/api/v1/inspections/${scene.inspectionId}/report.docx`);
    const files = unzip(Buffer.from(await response.arrayBuffer()));
    const xml = files.get('word/document.xml')!.toString('utf8');
    expect(xml).toMatch(/=cmd\|(?:'|&apos;) \/C calc(?:'|&apos;)!A0&lt;w:br\/&gt;/);
    expect(xml).not.toMatch(/<w:br\/>&lt;|DDE|INCLUDETEXT|HYPERLINK/);
    const relations = [...files]
      .filter(([file]) => file.endsWith('.rels'))
      .map(([, content]) => content.toString());
    expect(relations.join()).not.toContain('TargetMode="External"');
  });
});

it('the hub stands as it did', async () => {
  expect((await hub.request('GET', '/api/v1/health')).status).toBe(200);
  expect((await hub.get<{ items: unknown[] }>('/api/v1/servers')).items.length).toBeGreaterThan(0);
  expect((await hub.get<{ problem: unknown }>('/api/v1/audit/verification')).problem).toBeNull();
});
