import { jest } from '@jest/globals';
import { sessionSchema } from '@opsgauge/contract';
import { request, withQuery } from './client.js';

const session = {
  user: null,
  mustChangePassword: false,
  timeZone: 'Asia/Shanghai',
  serverTime: '2026-11-21T02:30:00.000Z',
};
const answer =
  (body: unknown, status = 200) =>
  async () =>
    new Response(typeof body === 'string' ? body : JSON.stringify(body), { status });

const fetched = jest.spyOn(globalThis, 'fetch');
afterAll(() => fetched.mockRestore());

const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );

test('an answer is parsed with its schema', async () => {
  fetched.mockImplementationOnce(answer(session));
  await expect(request(sessionSchema, '/api/v1/session')).resolves.toEqual(session);
});

test('an error body becomes a typed error', async () => {
  fetched.mockImplementationOnce(
    answer({ code: 'store_unavailable', message: 'no', correlationId: 'c-1', field: 'name' }, 503),
  );
  expect(await failure(request(sessionSchema, '/x'))).toMatchObject({
    code: 'store_unavailable',
    status: 503,
    correlationId: 'c-1',
    field: 'name',
  });
});

test("a proxy's own page means that the hub did not answer", async () => {
  fetched.mockImplementationOnce(answer('<html>Bad Gateway</html>', 502));
  expect(await failure(request(sessionSchema, '/x'))).toMatchObject({ code: 'unreachable', status: 502 });
});

test('no answer at all', async () => {
  fetched.mockImplementationOnce(async () => {
    throw new TypeError('fetch failed');
  });
  expect(await failure(request(sessionSchema, '/x'))).toMatchObject({ code: 'unreachable', status: 0 });
});

test('an answer that is not what the contract says is refused', async () => {
  fetched.mockImplementationOnce(answer({ ...session, serverTime: 'yesterday' }));
  expect(await failure(request(sessionSchema, '/x'))).toMatchObject({
    code: 'unexpected_answer',
    status: 200,
  });
  fetched.mockImplementationOnce(answer('not json'));
  expect(await failure(request(sessionSchema, '/x'))).toMatchObject({ code: 'unexpected_answer' });
});

test('a query leaves out what is undefined and encodes the rest', () => {
  expect(withQuery('/x', { from: 'a+b', to: undefined, limit: 5 })).toBe('/x?from=a%2Bb&limit=5');
  expect(withQuery('/x', {})).toBe('/x');
});
