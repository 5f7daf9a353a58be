import { jest } from '@jest/globals';
import { Jobs } from '../../apps/server/src/platform/jobs/jobs.js';
import { currentRequest, withRequestContext } from '../../apps/server/src/platform/request-context.js';
import { DiscontinuityStore } from '../../apps/server/src/telemetry/discontinuity-store.js';
import { sampleAt, TestHub } from '../support/test-hub.js';
import { until } from '../support/until.js';

let hub: TestHub;

beforeAll(async () => {
  hub = await TestHub.start();
});
afterEach(() => jest.restoreAllMocks());
afterAll(() => hub.stop());

it('each run of a job carries a number of its own, and not that of the request that asked for it', async () => {
  const jobs = hub.app.get(Jobs);
  const seen: ReturnType<typeof currentRequest>[] = [];
  jobs.schedule('test', '0 0 1 1 *', 'UTC', () => Promise.resolve(void seen.push(currentRequest())));
  const request = { correlationId: 'of-a-request', address: '127.0.0.1', actor: { id: null, name: 'x' } };
  await withRequestContext(request, () => jobs.runNow('test'));
  await withRequestContext(request, () => jobs.runNow('test'));
  const hubItself = { address: null, actor: { id: null, name: 'hub' } };
  expect(seen).toEqual([expect.objectContaining(hubItself), expect.objectContaining(hubItself)]);
  const [first, second] = seen.map((context) => context?.correlationId);
  expect([first, second]).toEqual([
    expect.stringMatching(/^[0-9a-f]{16}$/),
    expect.stringMatching(/^[0-9a-f]{16}$/),
  ]);
  expect(first).not.toBe(second);
});

it('the reading of a status is none of the report that set it off', async () => {
  const agent = await hub.enrol('web-01');
  const seen: (string | undefined)[] = [];
  const store = hub.app.get(DiscontinuityStore);
  const list = store.list.bind(store);
  jest.spyOn(store, 'list').mockImplementation((...parameters) => {
    seen.push(currentRequest()?.correlationId);
    return list(...parameters);
  });
  const response = await agent.post([sampleAt(hub.clock.nowMs(), 1)]);
  const reported = response.headers.get('x-correlation-id')!;
  await until('the reading', () => seen.length > 0);
  expect(seen).not.toContain(undefined);
  expect(seen).not.toContain(reported);
});
