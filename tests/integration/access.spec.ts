import 'reflect-metadata';
import { Controller, Get, Module, type Type } from '@nestjs/common';
import { DiscoveryModule, NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { errorBodySchema, roleSchema, type Role } from '../../libs/contract/src/index.js';
import { AllowedFor, everyRole, type Access } from '../../apps/server/src/platform/http/access.js';
import {
  assertEveryRouteDeclaresAccess,
  declaredRoutes,
} from '../../apps/server/src/platform/http/declared-access.js';
import { Direct, serveDirectRoutes } from '../../apps/server/src/platform/http/direct-routes.js';
import { TestHub, type TestAgent } from '../support/test-hub.js';

/** Who may call what, as agreed. A route that is added or opened has to be added here too. */
const agreed: Record<string, Access> = {
  'GET /api/v1/health': 'public',
  'POST /api/v1/session': 'public',
  'GET /api/v1/session': 'public',
  'DELETE /api/v1/session': 'public',
  'GET /agent/install.sh': 'public',
  'GET /agent/opsgauge-agent.js': 'public',
  'GET /agent/opsgauge-agent.js.sha256': 'public',
  'GET /agent/runtime/{platform}': 'public',
  'POST /api/v1/agent/enroll': 'public',
  'POST /api/v1/agent/reports': 'agent',
  'POST /api/v1/agent/inspections/{id}': 'agent',
  'POST /api/v1/servers/enrolment-tokens': ['admin'],
  'GET /api/v1/metrics': ['admin'],
  'GET /metrics': 'public',
  'GET /api/v1/audit': ['admin'],
  'GET /api/v1/backups': ['admin'],
  'POST /api/v1/backups': ['admin'],
  'GET /api/v1/audit/verification': ['admin'],
  'GET /api/v1/servers': everyRole,
  'GET /api/v1/servers/{id}': everyRole,
  'GET /api/v1/servers/{id}/samples': everyRole,
  'GET /api/v1/servers/{id}/samples/devices': everyRole,
  'GET /api/v1/servers/{id}/samples/summary': everyRole,
  'GET /api/v1/servers/{id}/samples/raw': everyRole,
  'GET /api/v1/servers/{id}/availability': everyRole,
  'GET /api/v1/servers/{id}/availability/days': everyRole,
  'GET /api/v1/servers/{id}/gap-readings': everyRole,
  'GET /api/v1/servers/{id}/inspections': everyRole,
  'POST /api/v1/servers/{id}/inspections': ['admin', 'lead', 'operator'],
  'GET /api/v1/fleet/load': everyRole,
  'GET /api/v1/storage': ['admin', 'lead', 'operator'],
  'GET /api/v1/systems': everyRole,
  'GET /api/v1/systems/{id}/availability': everyRole,
  'GET /api/v1/systems/{id}/availability/days': everyRole,
  'GET /api/v1/systems/availability/days': everyRole,
  'GET /api/v1/fault-rules': everyRole,
  'POST /api/v1/fault-rules': ['admin'],
  'POST /api/v1/fault-rules/trials': everyRole,
  'PUT /api/v1/fault-rules/{id}': ['admin'],
  'DELETE /api/v1/fault-rules/{id}': ['admin'],
  'PUT /api/v1/fault-rules/{id}/exceptions': ['admin', 'owner'],
  'DELETE /api/v1/fault-rules/{id}/exceptions/{exceptionId}': ['admin', 'owner'],
  'GET /api/v1/faults': everyRole,
  'POST /api/v1/faults': ['admin', 'lead', 'operator', 'owner'],
  'GET /api/v1/faults/measures': everyRole,
  'GET /api/v1/faults/{id}': everyRole,
  'GET /api/v1/faults/{id}/assignees': ['admin', 'lead', 'operator'],
  'POST /api/v1/faults/{id}/events': ['admin', 'lead', 'operator', 'owner'],
  'GET /api/v1/root-causes': everyRole,
  'POST /api/v1/root-causes': ['admin', 'owner'],
  'GET /api/v1/inspections/{id}': everyRole,
  'GET /api/v1/inspections/{id}/report.docx': everyRole,
  'GET /api/v1/evaluations': everyRole,
  'GET /api/v1/evaluations/{id}/actuals': everyRole,
  'POST /api/v1/invitations': 'public',
  'POST /api/v1/invitations/person': 'public',
  'PUT /api/v1/session/password': everyRole,
  'GET /api/v1/session/sessions': everyRole,
  'DELETE /api/v1/session/sessions/{id}': everyRole,
  'POST /api/v1/session/totp': everyRole,
  'PUT /api/v1/session/totp': everyRole,
  'DELETE /api/v1/session/totp': everyRole,
  'GET /api/v1/session/tokens': everyRole,
  'POST /api/v1/session/tokens': everyRole,
  'DELETE /api/v1/session/tokens/{id}': everyRole,
  'GET /api/v1/session/views': everyRole,
  'POST /api/v1/session/views': everyRole,
  'DELETE /api/v1/session/views/{id}': everyRole,
  'GET /api/v1/accounts': ['admin'],
  'GET /api/v1/accounts/{id}': ['admin'],
  'POST /api/v1/accounts': ['admin'],
  'PATCH /api/v1/accounts/{id}': ['admin'],
  'DELETE /api/v1/accounts/{id}': ['admin'],
  'POST /api/v1/accounts/{id}/invitation': ['admin'],
  'POST /api/v1/accounts/{id}/grants': ['admin'],
  'DELETE /api/v1/accounts/{id}/grants/{grantId}': ['admin'],
  'GET /api/v1/accounts/{id}/sessions': ['admin'],
  'DELETE /api/v1/accounts/{id}/sessions': ['admin'],
  'DELETE /api/v1/accounts/{id}/totp': ['admin'],
  'GET /api/v1/organizations': everyRole,
  'POST /api/v1/organizations': ['admin'],
  'PATCH /api/v1/organizations/{id}': ['admin'],
  'DELETE /api/v1/organizations/{id}': ['admin'],
  'GET /api/v1/projects': everyRole,
  'POST /api/v1/projects': ['admin'],
  'PATCH /api/v1/projects/{id}': ['admin'],
  'DELETE /api/v1/projects/{id}': ['admin'],
  'GET /api/v1/contracts': everyRole,
  'POST /api/v1/contracts': ['admin'],
  'PATCH /api/v1/contracts/{id}': ['admin'],
  'DELETE /api/v1/contracts/{id}': ['admin'],
  'GET /api/v1/systems/{id}': everyRole,
  'POST /api/v1/systems': ['admin'],
  'PATCH /api/v1/systems/{id}': ['admin'],
  'PUT /api/v1/systems/{id}/components': ['admin'],
  'DELETE /api/v1/systems/{id}': ['admin'],
  'GET /api/v1/maintenance-windows': everyRole,
  'POST /api/v1/maintenance-windows': ['admin', 'owner'],
  'DELETE /api/v1/maintenance-windows/{id}': ['admin', 'owner'],
  'GET /api/v1/maintenance-windows/preview': ['admin', 'owner'],
  'POST /api/v1/maintenance-windows/{id}/cancellations': ['admin', 'owner'],
  'POST /api/v1/maintenance-windows/requests': ['admin', 'lead', 'operator'],
  'DELETE /api/v1/maintenance-windows/requests/{id}': ['admin', 'lead', 'operator'],
  'POST /api/v1/maintenance-windows/requests/{id}/decision': ['admin', 'owner'],
  'GET /api/v1/probes': everyRole,
  'GET /api/v1/probes/states': everyRole,
  'POST /api/v1/probes/trial': ['admin'],
  'GET /api/v1/probes/{id}/series': everyRole,
  'GET /api/v1/probes/{id}/results': everyRole,
  'GET /api/v1/systems/{id}/response-time': everyRole,
  'GET /api/v1/probes/{id}': everyRole,
  'POST /api/v1/probes': ['admin'],
  'PUT /api/v1/probes/{id}': ['admin'],
  'DELETE /api/v1/probes/{id}': ['admin'],
  'PATCH /api/v1/servers/{id}': ['admin'],
  'PUT /api/v1/servers/{id}/system': ['admin'],
  'DELETE /api/v1/servers/{id}/credential': ['admin'],
  'POST /api/v1/agent/credential': 'agent',
  'POST /api/v1/incoming/alertmanager': 'alert-source',
  'POST /api/v1/incoming/zabbix': 'alert-source',
  'GET /api/v1/incoming/sources': ['admin'],
  'POST /api/v1/incoming/sources': ['admin'],
  'PUT /api/v1/incoming/sources/{id}/rules': ['admin'],
  'DELETE /api/v1/incoming/sources/{id}': ['admin'],
  'GET /api/v1/incoming/unassigned': ['admin'],
  'DELETE /api/v1/incoming/unassigned/{id}': ['admin'],
  'POST /api/v1/remote-write': 'remote-write',
  'GET /api/v1/remote-write/sources': ['admin'],
  'POST /api/v1/remote-write/sources': ['admin'],
  'DELETE /api/v1/remote-write/sources/{id}': ['admin'],
  'PUT /api/v1/remote-write/sources/{id}/instances': ['admin'],
  'GET /api/v1/notification-mail-server': ['admin'],
  'PUT /api/v1/notification-mail-server': ['admin'],
  'DELETE /api/v1/notification-mail-server': ['admin'],
  'POST /api/v1/notification-mail-server/test': ['admin'],
  'GET /api/v1/notification-channels': ['admin', 'lead', 'operator', 'owner'],
  'POST /api/v1/notification-channels': ['admin', 'lead', 'operator', 'owner'],
  'PATCH /api/v1/notification-channels/{id}': ['admin', 'lead', 'operator', 'owner'],
  'DELETE /api/v1/notification-channels/{id}': ['admin', 'lead', 'operator', 'owner'],
  'POST /api/v1/notification-channels/{id}/test': ['admin', 'lead', 'operator', 'owner'],
  'GET /api/v1/notification-subscriptions': ['admin', 'lead', 'operator', 'owner'],
  'GET /api/v1/notification-subscriptions/reach': ['admin', 'lead', 'operator', 'owner'],
  'POST /api/v1/notification-subscriptions': ['admin', 'lead', 'operator', 'owner'],
  'PATCH /api/v1/notification-subscriptions/{id}': ['admin', 'lead', 'operator', 'owner'],
  'DELETE /api/v1/notification-subscriptions/{id}': ['admin', 'lead', 'operator', 'owner'],
  'GET /api/v1/notification-duty-shifts': ['admin', 'lead', 'operator', 'owner'],
  'POST /api/v1/notification-duty-shifts': ['admin', 'lead', 'operator'],
  'PATCH /api/v1/notification-duty-shifts/{id}': ['admin', 'lead', 'operator'],
  'DELETE /api/v1/notification-duty-shifts/{id}': ['admin', 'lead', 'operator'],
  'GET /api/v1/notification-deliveries': ['admin', 'lead', 'operator', 'owner'],
};

interface ApiDescription {
  readonly paths: Record<string, Record<string, { operationId: string; summary?: string }>>;
}
const machines = ['an agent', 'a Prometheus', 'a monitor'] as const;
type Caller = Role | 'nobody' | (typeof machines)[number];
const callers: Caller[] = ['nobody', ...machines, ...roleSchema.options];

let hub: TestHub;
let agent: TestAgent;
let remoteWriteToken: string;
let alertSourceToken: string;
/** Every route of the API's own description, by handler. */
let described: Map<string, string>;

beforeAll(async () => {
  hub = await TestHub.start();
  agent = await hub.enrol('web-01');
  const source = { name: 'prometheus' };
  ({ token: remoteWriteToken } = await hub.admin<{ token: string }>(
    'POST',
    '/api/v1/remote-write/sources',
    source,
  ));
  ({ token: alertSourceToken } = await hub.admin<{ token: string }>('POST', '/api/v1/incoming/sources', {
    name: 'monitor',
    kind: 'alertmanager',
  }));
  const { paths } = (await (await hub.request('GET', '/api/docs-json')).json()) as ApiDescription;
  described = new Map(
    Object.entries(paths).flatMap(([path, operations]) =>
      Object.entries(operations).map(([method, { operationId }]): [string, string] => [
        operationId.replace('_', '.'),
        `${method.toUpperCase()} ${path}`,
      ]),
    ),
  );
});
afterAll(() => hub.stop());

it('every route is described, and declared as agreed', () => {
  const declared = declaredRoutes(hub.app).map(({ handler, access }) => [described.get(handler), access]);
  expect(Object.fromEntries(declared)).toEqual(agreed);
});

it('every route says in a line what it does', async () => {
  const { paths } = (await (await hub.request('GET', '/api/docs-json')).json()) as ApiDescription;
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { summary }]) => ({ name: `${method} ${path}`, summary })),
  );
  expect(operations.filter(({ summary }) => !summary?.trim()).map(({ name }) => name)).toEqual([]);
});

it('nothing else is served but the description itself', () => {
  const router = hub.app.getHttpAdapter().getInstance() as unknown as {
    printRoutes: (options: { commonPrefix: boolean }) => string;
  };
  const served = routesOfTree(router.printRoutes({ commonPrefix: false }));
  expect(served.sort()).toEqual([...Object.keys(agreed), 'GET /api/docs-json'].sort());
});

/** Reads the router's own printed tree, in which each line adds to the path of the one it hangs on. */
function routesOfTree(tree: string): string[] {
  const parents: string[] = [];
  return tree.split('\n').flatMap((line) => {
    const [, indent, suffix, methods] = /^(.*?── )(\S+) \(([^)]+)\)$/.exec(line) ?? [];
    if (indent === undefined) return [];
    const depth = indent.length / 4 - 1;
    const path = (parents[depth - 1] ?? '') + suffix!;
    parents.splice(depth, Infinity, path);
    return methods!
      .split(', ')
      .filter((method) => method !== 'HEAD')
      .map((method) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`);
  });
}

/** The credentials of a caller. */
async function headersOf(caller: Caller): Promise<Record<string, string>> {
  if (caller === 'nobody') return {};
  if (caller === 'an agent') return { authorization: `Bearer ${agent.credential}` };
  if (caller === 'a Prometheus') return { authorization: `Bearer ${remoteWriteToken}` };
  if (caller === 'a monitor') return { authorization: `Bearer ${alertSourceToken}` };
  return { cookie: await hub.cookieOf(caller) };
}

/** What the door says: 401, 403, or that it lets in, whatever the route itself then answers to an empty request. */
async function knock(route: string, caller: Caller): Promise<string> {
  const [method, path] = route.split(' ') as [string, string];
  const response = await hub.request(
    method,
    path.replaceAll(/\{\w+\}/g, () => crypto.randomUUID()),
    method === 'GET' ? undefined : {},
    await headersOf(caller),
  );
  const text = await response.text();
  if (
    response.ok ||
    !/not_authenticated|forbidden|agent_credential_invalid|remote_write_token_invalid|alert_source_token_invalid/.test(
      text,
    )
  )
    return 'let in';
  return `${response.status} ${errorBodySchema.parse(JSON.parse(text)).code}`;
}

function expected(access: Access, caller: Caller): string {
  if (access === 'public') return 'let in';
  if (access === 'agent') return caller === 'an agent' ? 'let in' : '401 agent_credential_invalid';
  if (access === 'remote-write')
    return caller === 'a Prometheus' ? 'let in' : '401 remote_write_token_invalid';
  if (access === 'alert-source') return caller === 'a monitor' ? 'let in' : '401 alert_source_token_invalid';
  if (!roleSchema.safeParse(caller).success) return '401 not_authenticated';
  return access.includes(caller as Role) ? 'let in' : '403 forbidden';
}

// Logging out ends the session, so it is not knocked at as somebody.
describe.each(Object.entries(agreed).filter(([route]) => route !== 'DELETE /api/v1/session'))(
  '%s',
  (route, access) => {
    it('lets in exactly those it is declared for', async () => {
      const found = await Promise.all(callers.map(async (caller) => [caller, await knock(route, caller)]));
      const wanted = callers.map((caller) => [caller, expected(access, caller)]);
      expect(Object.fromEntries(found)).toEqual(Object.fromEntries(wanted));
    });
  },
);

it('a session that was made up is nobody’s, and so is a credential in its place', async () => {
  for (const cookie of [
    'opsgauge_session=made-up',
    `opsgauge_session=${agent.credential}`,
    'opsgauge_session=',
  ]) {
    expect((await hub.request('GET', '/api/v1/servers', undefined, { cookie })).status).toBe(401);
  }
  const session = (await hub.cookieOf('admin')).split('=')[1]!;
  const asAgent = await hub.request(
    'POST',
    '/api/v1/agent/reports',
    {},
    { authorization: `Bearer ${session}` },
  );
  expect(asAgent.status).toBe(401);
});

describe('a route that declares nothing', () => {
  @Controller('declared')
  class Declared {
    @Get()
    @AllowedFor('public')
    read(): string {
      return 'for everybody';
    }
  }
  @Controller('forgotten')
  class Forgotten {
    @Get()
    open(): string {
      return 'to whom?';
    }
  }
  @Module({ imports: [DiscoveryModule], controllers: [Declared] })
  class Careful {}
  @Module({ imports: [DiscoveryModule], controllers: [Declared, Forgotten] })
  class Careless {}
  const appOf = (module: Type) =>
    NestFactory.create<NestFastifyApplication>(module, new FastifyAdapter(), { logger: false });

  it('keeps the hub from starting, by name', async () => {
    const app = await appOf(Careless);
    expect(() => assertEveryRouteDeclaresAccess(app)).toThrow('routes without @AllowedFor: Forgotten.open');
    await app.close();
  });

  it('is all that does', async () => {
    const app = await appOf(Careful);
    expect(() => assertEveryRouteDeclaresAccess(app)).not.toThrow();
    await app.close();
  });
});

it('a route that Fastify calls straight is for machines, or keeps the hub from starting', async () => {
  @Controller('direct')
  class ForPeople {
    @Get()
    @AllowedFor('admin')
    @Direct
    read(): Promise<object> {
      return Promise.resolve({});
    }
  }
  @Module({ controllers: [ForPeople] })
  class Mistaken {}
  const app = await NestFactory.create<NestFastifyApplication>(Mistaken, new FastifyAdapter(), {
    logger: false,
  });
  serveDirectRoutes(app, () => Promise.resolve());
  await expect(app.init()).rejects.toThrow('/direct: only machines are served directly');
  await app.close();
});
