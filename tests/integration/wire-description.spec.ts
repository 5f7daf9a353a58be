import {
  acknowledgementSchema,
  errorCodeSchema,
  recordErrorCodeSchema,
} from '../../libs/contract/src/index.js';
import { sampleAt, TestHub, type TestAgent } from '../support/test-hub.js';

interface Schema {
  readonly type?: string;
  readonly required?: string[];
  readonly properties?: Record<string, Schema>;
  readonly items?: Schema;
  readonly enum?: string[];
}
interface Operation {
  readonly description?: string;
  readonly requestBody?: { content: Record<string, { schema: Schema }> };
  readonly responses: Record<
    string,
    { headers?: Record<string, unknown>; content?: Record<string, { schema: Schema }> }
  >;
  readonly security?: Record<string, unknown>[];
}

interface Described {
  readonly parameters: {
    readonly in: string;
    readonly description?: string;
    readonly schema: { readonly description?: string };
  }[];
}

let hub: TestHub;
let agent: TestAgent;
let paths: Record<string, { post: Operation }>;
beforeAll(async () => {
  hub = await TestHub.start();
  agent = await hub.enrol('web-01');
  ({ paths } = (await (await hub.request('GET', '/api/docs-json')).json()) as { paths: typeof paths });
});
afterAll(() => hub.stop());

const routes = {
  reports: '/api/v1/agent/reports',
  enrolment: '/api/v1/agent/enroll',
  credential: '/api/v1/agent/credential',
  inspections: '/api/v1/agent/inspections/{id}',
  remoteWrite: '/api/v1/remote-write',
};
const operation = (path: string): Operation => paths[path]!.post;
const bodyOf = (path: string): Schema => Object.values(operation(path).requestBody!.content)[0]!.schema;
const answerOf = (path: string, status: number): Schema =>
  Object.values(operation(path).responses[status]!.content!)[0]!.schema;
const codesOf = (path: string, status: number): string[] => answerOf(path, status).properties!['code']!.enum!;
const namesOf = (schema: Schema | undefined): string[] => Object.keys(schema?.properties ?? {});

describe('the description of the wire', () => {
  it('has the whole of a report, down to a sample’s devices', () => {
    const sample = bodyOf(routes.reports).properties!['samples']!.items!;
    expect(bodyOf(routes.reports).required).toEqual(['sentAt', 'samples']);
    expect(sample.required).toEqual(
      expect.arrayContaining(['epoch', 'seq', 'runId', 'bootId', 'monotonicMs', 'observedAt', 'metrics']),
    );
    expect(namesOf(sample.properties!['metrics'])).toContain('cpuPercent');
    expect(namesOf(sample.properties!['devices'])).toEqual(['mounts', 'disks', 'interfaces']);
  });

  it('has the answer to each record, the closed list of hints, and in words what to make of them', () => {
    const answer = answerOf(routes.reports, 200);
    const result = answer.properties!['results']!.items!;
    expect(result.properties!['status']!.enum).toEqual(['accepted', 'duplicate', 'rejected']);
    expect(result.properties!['code']!.enum).toEqual(recordErrorCodeSchema.options);
    expect(namesOf(answer.properties!['hints'])).toEqual(
      Object.keys(acknowledgementSchema.shape.hints.unwrap().shape),
    );
    for (const word of ['accepted', 'duplicate', 'rejected', 'Retry-After', 'gzip', 'hints'])
      expect(operation(routes.reports).description).toContain(word);
  });

  it('has what an agent enrols with, and what it gets', () => {
    expect(bodyOf(routes.enrolment).required).toEqual(expect.arrayContaining(['token', 'hostname']));
    expect(namesOf(answerOf(routes.enrolment, 201))).toEqual(
      expect.arrayContaining(['serverId', 'credential', 'intervalSeconds']),
    );
    expect(namesOf(answerOf(routes.credential, 201))).toEqual(['credential']);
    expect(namesOf(bodyOf(routes.inspections))).toEqual(expect.arrayContaining(['hardware', 'notes']));
    expect(operation(routes.inspections).responses).toHaveProperty('204');
  });

  it.each(Object.entries(routes))('%s: every error with its codes, and when to come back', (name, path) => {
    const { responses, security } = operation(path);
    for (const [status, { headers }] of Object.entries(responses)) {
      if (Number(status) < 400) continue;
      expect(answerOf(path, Number(status)).required).toEqual(['code', 'message', 'correlationId']);
      for (const code of codesOf(path, Number(status))) expect(errorCodeSchema.options).toContain(code);
      if (['429', '503'].includes(status)) expect(headers).toHaveProperty('Retry-After');
    }
    expect(Object.keys(responses)).toEqual(
      expect.arrayContaining(['400', '401', '413', '415', '500', '503']),
    );
    expect(security).toEqual(name === 'enrolment' ? undefined : [{ bearer: [] }]);
  });
});

it.each(['', '/devices', '/summary', '/raw'])('every parameter of samples%s is told in words', (path) => {
  const { parameters } = (paths[`/api/v1/servers/{id}/samples${path}`] as unknown as { get: Described }).get;
  for (const one of parameters.filter((of) => of.in === 'query'))
    expect(one.description ?? one.schema.description).toMatch(/.{10}/);
});

describe('what is answered is what is described', () => {
  const asAgent = () => ({ authorization: `Bearer ${agent.credential}` });
  const send = async (path: string, body: unknown, headers: Record<string, string> = {}) => {
    const response = await hub.request('POST', path.replace('{id}', crypto.randomUUID()), body, headers);
    const text = await response.text();
    return { status: response.status, body: text === '' ? null : (JSON.parse(text) as { code: string }) };
  };

  it.each<[string, string, unknown, () => Record<string, string>]>([
    ['no credential', routes.reports, {}, () => ({})],
    ['no report', routes.reports, { samples: 1 }, asAgent],
    ['no JSON', routes.reports, '{', asAgent],
    ['too much', routes.reports, `"${'x'.repeat(5_000_000)}"`, asAgent],
    ['no such type', routes.reports, 'a', () => ({ ...asAgent(), 'content-type': 'text/csv' })],
    ['no such token', routes.enrolment, enrolment('made-up-token'), () => ({})],
    ['no token', routes.enrolment, {}, () => ({})],
    ['no credential to change', routes.credential, {}, () => ({})],
    ['no reading', routes.inspections, {}, asAgent],
    ['nothing to write with', routes.remoteWrite, {}, () => ({})],
  ])('%s', async (_, path, body, headers) => {
    const found = await send(path, body, headers());
    expect(codesOf(path, found.status)).toContain(found.body!.code);
  });

  it('a report is answered by the schema that is described', async () => {
    const samples = [sampleAt(hub.clock.nowMs(), 1), { seq: 2 }];
    const report = { sentAt: new Date(hub.clock.nowMs()).toISOString(), samples };
    const { status, body } = await send(routes.reports, report, asAgent());
    expect(status).toBe(200);
    expect(acknowledgementSchema.parse(body).results.map(({ status: one }) => one)).toEqual([
      'accepted',
      'rejected',
    ]);
    expect(namesOf(answerOf(routes.reports, 200))).toEqual(expect.arrayContaining(Object.keys(body!)));
  });
});

function enrolment(token: string): object {
  return { token, hostname: 'a', platform: 'linux', architecture: 'x64', agentVersion: '0.1.0' };
}
