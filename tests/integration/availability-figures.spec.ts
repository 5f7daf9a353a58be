import { getRepositoryToken } from '@nestjs/typeorm';
import type { ObjectLiteral, Repository } from 'typeorm';
import {
  availabilityDaysResponseSchema,
  availabilityResponseSchema,
  serversResponseSchema,
  systemsResponseSchema,
  type AvailabilityResponse,
} from '../../libs/contract/src/index.js';
import { Contract } from '../../apps/server/src/inventory/contract.entity.js';
import { MaintenanceWindow } from '../../apps/server/src/inventory/maintenance-window.entity.js';
import { flooredPercent } from '../support/exact.js';
import { every10, StatusScene } from '../support/status-scene.js';

const scene = StatusScene.forEachTest();
const { atMs, at, secondOf, hubListened, hasBeenEnrolledAt, samples, eventful, availability, told } = scene;

describe('the figures', () => {
  const repository = <T extends ObjectLiteral>(entity: new () => T): Repository<T> =>
    scene.hub.app.get<Repository<T>>(getRepositoryToken(entity));

  const expectExact = (found: Omit<AvailabilityResponse, 'intervals'>) => {
    const { upMs, downMs, unknownMs, maintenanceMs, outOfServiceMs } = found;
    expect(upMs + downMs + unknownMs + maintenanceMs + outOfServiceMs).toBe(
      Date.parse(found.to) - Date.parse(found.from),
    );
    expect(found.availabilityPercent).toBe(flooredPercent(upMs, upMs + downMs));
    expect(found.coveragePercent).toBe(flooredPercent(upMs + downMs, upMs + downMs + unknownMs));
    expect(found.pessimisticPercent).toBe(flooredPercent(upMs, upMs + downMs + unknownMs));
  };

  it('count every millisecond once', async () => {
    await scene.agent.reportLive(eventful());
    const found = await availability(-100, 500);
    expectExact(found);
    expect(found).toMatchObject({
      upMs: 300_000,
      downMs: 100_000,
      unknownMs: 200_000,
      availabilityPercent: '75.0000',
      coveragePercent: '66.6666',
      pessimisticPercent: '50.0000',
      strictPercent: '75.0000',
      upHours: '0.0833',
    });
  });

  it('have no value where nothing is known', async () => {
    scene.hub.clock.moveTo(atMs(100));
    expect(await availability(0, 100)).toMatchObject({
      unknownMs: 100_000,
      availabilityPercent: null,
      coveragePercent: '0.0000',
      strictPercent: null,
    });
  });

  it('leave a server that is in no system out before its enrolment, in its days and in the headline too', async () => {
    await scene.hub.sql('UPDATE server SET retired_at = $1 WHERE id <> $2', [at(0), scene.agent.serverId]);
    await hasBeenEnrolledAt(-60);
    await scene.agent.reportLive(samples(every10(0, 600)));
    const found = await availability(-3600, 600);
    expect(found.intervals[0]).toMatchObject({ class: 'out-of-service', to: at(-60) });
    expect(found).toMatchObject({ upMs: 600_000, unknownMs: 60_000, outOfServiceMs: 3_540_000 });
    const { fleet } = serversResponseSchema.parse(await scene.hub.get('/api/v1/servers'));
    expect(Number(fleet.monthCoveragePercent)).toBeCloseTo((600 / 660) * 100, 0);
    const date = (second: number) => at(second).slice(0, 10);
    const { items } = availabilityDaysResponseSchema.parse(
      await scene.hub.get(
        `/api/v1/servers/${scene.agent.serverId}/availability/days?from=${date(-3 * 86_400)}&to=${date(600)}`,
      ),
    );
    expect(items[0]).toMatchObject({ coveragePercent: null, unknownMs: 0 });
  });

  it('end now', async () => {
    await scene.agent.reportLive(samples([0, 10]));
    const { to } = await availability(0, 3600);
    expect(secondOf(to)).toBeGreaterThanOrEqual(10);
    expect(secondOf(to)).toBeLessThan(20);
  });

  it('leave maintenance out, and the strict one does not', async () => {
    await scene.agent.reportLive(eventful());
    const window = (from: number, to: number, id: string) =>
      repository(MaintenanceWindow).insert({
        id,
        serverId: scene.agent.serverId,
        systemId: null,
        fromAt: new Date(atMs(from)),
        toAt: new Date(atMs(to)),
        reason: '升级',
      });
    await window(290, 350, crypto.randomUUID());
    await window(320, 380, crypto.randomUUID());
    const found = await availability(0, 500);
    expectExact(found);
    expect(found).toMatchObject({
      upMs: 290_000,
      downMs: 20_000,
      unknownMs: 100_000,
      maintenanceMs: 90_000,
      strictPercent: '75.0000',
    });
    expect(told(found)).toContain('300–380 maintenance (frozen)');
  });

  it('leave out what no contract covers, over maintenance and all', async () => {
    const local = await scene.hub.enrol('hub-01', true);
    await local.reportLive(eventful());
    const { items } = systemsResponseSchema.parse(await scene.hub.get('/api/v1/systems'));
    const [system] = items;
    await repository(Contract).update(
      { systemId: system!.id },
      { serviceFrom: new Date(atMs(50)), serviceTo: new Date(atMs(350)) },
    );
    const found = await availability(0, 500, local.serverId);
    expectExact(found);
    expect(found).toMatchObject({
      upMs: 150_000,
      unknownMs: 100_000,
      downMs: 50_000,
      outOfServiceMs: 200_000,
    });

    await repository(Contract).insert({
      id: crypto.randomUUID(),
      systemId: system!.id,
      serviceFrom: new Date(atMs(400)),
      serviceTo: null,
    });
    const renewed = await availability(0, 500, local.serverId);
    expect(renewed).toMatchObject({ upMs: 250_000, downMs: 50_000, outOfServiceMs: 100_000 });
    await repository(Contract).update(
      { systemId: system!.id, serviceFrom: new Date(atMs(50)) },
      { serviceTo: new Date(atMs(360)) },
    );
    const listed = systemsResponseSchema.parse(await scene.hub.get('/api/v1/systems')).items[0]!;
    expect(listed).toMatchObject({ serviceFrom: at(50), serviceTo: null });

    const ofSystem = availabilityResponseSchema.parse(
      await scene.hub.get(`/api/v1/systems/${system!.id}/availability?from=${at(0)}&to=${at(500)}`),
    );
    expectExact(ofSystem);
    expect(ofSystem).toMatchObject({
      upMs: 250_000,
      unknownMs: 100_000,
      downMs: 60_000,
      outOfServiceMs: 90_000,
    });
  });

  it('of days are the sum of the days, and each day what the period says', async () => {
    const dayMs = 86_400_000;
    const midnightMs = Math.floor((Date.now() + 8 * 3_600_000) / dayMs) * dayMs - 8 * 3_600_000 - 5 * dayMs;
    scene.startMs = midnightMs - 300_000;
    await hubListened([-864_000, 864_000]);
    await scene.agent.reportLive(eventful());
    const date = (ms: number) => new Date(ms + 8 * 3_600_000).toISOString().slice(0, 10);
    const days = availabilityDaysResponseSchema.parse(
      await scene.hub.get(
        `/api/v1/servers/${scene.agent.serverId}/availability/days?from=${date(midnightMs - dayMs)}&to=${date(midnightMs + dayMs)}`,
      ),
    );
    expect(days.items.map((day) => day.date)).toEqual([-dayMs, 0, dayMs].map((ms) => date(midnightMs + ms)));
    for (const name of ['upMs', 'downMs', 'unknownMs', 'maintenanceMs', 'outOfServiceMs'] as const) {
      expect(days.items.reduce((sum, day) => sum + day[name], 0)).toBe(days.total[name]);
    }
    expectExact(days.total);
    expect(days.items[0]).toMatchObject({ upMs: 200_000, unknownMs: dayMs - 200_000, downMs: 0 });
    expect(days.items[1]).toMatchObject({ downMs: 100_000 });
    expect(days.items[2]).toMatchObject({ upMs: 0, downMs: 0, unknownMs: 0, availabilityPercent: null });
    const midnight = (midnightMs - scene.startMs) / 1000;
    const { upMs, downMs, unknownMs } = await availability(midnight - 86_400, midnight);
    expect(days.items[0]).toMatchObject({ upMs, downMs, unknownMs });
  });
});
