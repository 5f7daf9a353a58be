import { io } from 'socket.io-client';
import {
  acknowledgementSchema,
  enrolmentResponseSchema,
  errorBodySchema,
  inspectionSchema,
  inspectionsResponseSchema,
  liveEventSchemas,
  livePath,
  type EnrolmentTokenResponse,
  type Inspection,
} from '../../libs/contract/src/index.js';
import { readingAt } from '../support/inspection-reading.js';
import { InspectionScene } from '../support/inspection-scene.js';
import { sampleAt, TestHub, type TestAgent } from '../support/test-hub.js';
import { until } from '../support/until.js';

let hub: TestHub;
let scene: InspectionScene;
let agent: TestAgent;
let seq = 0;

beforeAll(async () => {
  hub = await TestHub.start();
});
afterAll(() => hub.stop());
beforeEach(async () => {
  scene = await InspectionScene.on(hub);
  agent = scene.agent;
});

const request = (serverId?: string) => scene.request(serverId);
const get = async (id: string): Promise<Inspection> =>
  inspectionSchema.parse(await hub.get(`/api/v1/inspections/${id}`));
const handIn = (by: TestAgent, id: string, reading?: unknown) => scene.handIn(by, id, reading);
const hintsOf = async (of: TestAgent) =>
  acknowledgementSchema.parse(await of.report([sampleAt(hub.clock.nowMs(), ++seq)])).hints;

describe('the life of an inspection', () => {
  it('is asked for, hinted to its own agent alone, handed in, and there', async () => {
    const other = await hub.enrol('web-02');
    const asked = await request();
    expect(asked).toMatchObject({ serverId: agent.serverId, state: 'requested', reading: null });
    expect(await hintsOf(other)).toEqual({});
    expect(await hintsOf(agent)).toEqual({ inspectNow: { inspectionId: asked.id } });

    const reading = readingAt(hub.clock.nowMs());
    expect((await handIn(agent, asked.id, reading)).status).toBe(204);
    expect(await get(asked.id)).toMatchObject({ state: 'completed', reading });
    expect(await hintsOf(agent)).toEqual({});
    const { items } = inspectionsResponseSchema.parse(
      await hub.get(`/api/v1/servers/${agent.serverId}/inspections`),
    );
    expect(items.map(({ id }) => id)).toEqual([asked.id]);
  });

  it('is asked for once while it is open, also by several at once', async () => {
    const first = await request();
    const more = await Promise.all(Array.from({ length: 4 }, () => request()));
    expect(new Set(more.map(({ id }) => id))).toEqual(new Set([first.id]));

    const fresh = await hub.enrol('web-03');
    await hub.grant('operator', {
      kind: 'system',
      systemId: (await hub.place([fresh.serverId])).systemId,
    });
    const together = await Promise.all(Array.from({ length: 5 }, () => request(fresh.serverId)));
    expect(new Set(together.map(({ id }) => id)).size).toBe(1);
  });

  it('is hinted by another hub, too, and no more once handed in there', async () => {
    const other = await hub.another();
    try {
      const asked = await request();
      const hintAt = async (at: TestHub) => {
        const response = await at.request(
          'POST',
          '/api/v1/agent/reports',
          { sentAt: new Date(at.clock.nowMs()).toISOString(), samples: [] },
          { authorization: `Bearer ${agent.credential}` },
        );
        return acknowledgementSchema.parse(await response.json()).hints.inspectNow?.inspectionId;
      };
      await until('the hint at the other hub', async () => (await hintAt(other)) === asked.id);
      expect((await handIn(agent, asked.id)).status).toBe(204);
      expect(await hintAt(hub)).toBeUndefined();
      await until('its end there', async () => (await hintAt(other)) === undefined);
    } finally {
      await other.stop();
    }
  });

  it('is still there for an agent that comes back within a day, and expires after that', async () => {
    const asked = await request();
    hub.clock.advance(23 * 3_600_000);
    expect((await get(asked.id)).state).toBe('requested');
    expect(await hintsOf(agent)).toEqual({ inspectNow: { inspectionId: asked.id } });
    hub.clock.advance(3_600_000);
    expect((await get(asked.id)).state).toBe('expired');
    expect((await request()).id).not.toBe(asked.id);
  });

  it('handed in twice, keeps the first reading and its moment', async () => {
    const { id } = await request();
    await handIn(agent, id);
    const first = await get(id);
    hub.clock.advance(5000);
    const second = await handIn(agent, id, readingAt(hub.clock.nowMs(), { agentVersion: '9.9.9' }));
    expect(second.status).toBe(204);
    expect(await get(id)).toEqual(first);
  });

  it('is not another agent’s to hand in', async () => {
    const other = await hub.enrol('web-04');
    const { id } = await request();
    const response = await handIn(other, id);
    expect(response.status).toBe(404);
    expect(errorBodySchema.parse(await response.json()).code).toBe('not_found');
    expect((await get(id)).state).toBe('requested');
  });

  it('is taken in when an agent made it on its own schedule, once', async () => {
    const id = crypto.randomUUID();
    const reading = readingAt(hub.clock.nowMs(), {
      failedUnits: ['backup.timer'],
      configuredServices: [{ name: 'postgresql', state: 'missing' }],
      pendingReboot: true,
    });
    expect((await handIn(agent, id, reading)).status).toBe(204);
    expect((await handIn(agent, id, readingAt(0))).status).toBe(204);
    expect(await get(id)).toMatchObject({
      serverId: agent.serverId,
      state: 'completed',
      requestedAt: reading.observedAt,
      reading,
    });
  });

  it('is of the organisation’s month: agents are told its zone when they enrol and with each acknowledgement', async () => {
    const { token } = await hub.admin<EnrolmentTokenResponse>('POST', '/api/v1/servers/enrolment-tokens');
    const request = {
      token,
      hostname: 'zone',
      platform: 'linux',
      architecture: 'x64',
      agentVersion: '0.1.0',
    };
    const response = await hub.request('POST', '/api/v1/agent/enroll', request);
    const configuration = { timeZone: 'Asia/Shanghai' };
    expect(enrolmentResponseSchema.parse(await response.json()).configuration).toEqual(configuration);
    const answer = await agent.report([sampleAt(hub.clock.nowMs(), ++seq)]);
    expect(acknowledgementSchema.parse(answer).configuration).toEqual({ ...configuration, probes: [] });
  });

  it('is refused where the reading is none, with the field’s name', async () => {
    const { id } = await request();
    const response = await handIn(agent, id, { ...readingAt(0), hardware: undefined });
    expect(response.status).toBe(400);
    expect(errorBodySchema.parse(await response.json()).field).toMatch(/^hardware/);
    expect((await get(id)).state).toBe('requested');
  });

  it('tells open pages when it is there', async () => {
    const { systemId } = await hub.place([agent.serverId]);
    await hub.grant('owner', { kind: 'system', systemId });
    const socket = io(hub.url, {
      path: livePath,
      transports: ['websocket'],
      forceNew: true,
      extraHeaders: { cookie: await hub.cookieOf('owner') },
    });
    try {
      const told = new Promise<unknown>((resolve) => socket.once('inspection.completed', resolve));
      await new Promise<void>((resolve) => socket.once('connect', () => resolve()));
      const { id } = await request();
      await handIn(agent, id);
      expect(liveEventSchemas['inspection.completed'].parse(await told)).toMatchObject({
        inspectionId: id,
        serverId: agent.serverId,
      });
    } finally {
      socket.disconnect();
    }
  });
});
