import type { ErrorBody, UserView, UserViewsResponse } from '../../libs/contract/src/index.js';
import type { Role } from '../../libs/contract/src/index.js';
import { TestHub } from '../support/test-hub.js';

let hub: TestHub;
beforeAll(async () => void (hub = await TestHub.start()));
afterAll(() => hub.stop());

const path = '/api/v1/session/views';
const save = (role: Role, name: string, query: string) =>
  hub.as(role, 'POST', path, { page: 'faults', name, query });
const listOf = async (role: Role) =>
  ((await (await hub.as(role, 'GET', `${path}?page=faults`)).json()) as UserViewsResponse).items;

it('keeps the filters of a page under names of their owner, whom alone they are for', async () => {
  const first = (await (await save('operator', '超时', 'overdue=1')).json()) as UserView;
  const other = (await (await save('operator', '严重', 'severity=serious')).json()) as UserView;
  expect((await save('owner', '超时', 'waiting=1')).status).toBe(201);
  const renewed = (await (await save('operator', '超时', 'overdue=1&view=list')).json()) as UserView;
  expect(renewed).toEqual({ ...first, query: 'overdue=1&view=list' });
  expect(await listOf('operator')).toEqual([renewed, other]);
  expect((await listOf('owner')).map(({ query }) => query)).toEqual(['waiting=1']);

  expect((await hub.as('owner', 'DELETE', `${path}/${first.id}`)).status).toBe(404);
  expect((await hub.as('operator', 'DELETE', `${path}/${first.id}`)).status).toBe(204);
  expect((await hub.as('operator', 'DELETE', `${path}/${first.id}`)).status).toBe(404);
  expect(await listOf('operator')).toEqual([other]);
});

it('keeps fifty of a page, and those can still be changed', async () => {
  for (let number = 0; number < 50; number++) await save('lead', `view ${number}`, '');
  const refused = await save('lead', 'one more', '');
  expect(refused.status).toBe(409);
  expect((await refused.json()) as ErrorBody).toMatchObject({ code: 'conflict', field: 'name' });
  expect((await save('lead', 'view 7', 'text=7')).status).toBe(201);
});
