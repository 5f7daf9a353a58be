import { Inject, Injectable } from '@nestjs/common';
import type { ResponseTime } from '@opsgauge/contract';
import {
  addDurations,
  capAt,
  clipAll,
  countDurations,
  durationErrorMsMax,
  hourMs,
  responseTimeP95,
  splitAtEdges,
  totalMs,
  union,
  type DurationCounts,
  type Interval,
} from '@opsgauge/domain';
import type { ProbeDefinition } from '../../../inventory/probe.entity.js';
import { ProbesService } from '../../../inventory/probes.service.js';
import { servicePeriods } from '../../../inventory/service-periods.js';
import { SystemsService } from '../../../inventory/systems.service.js';
import { Clock, instantText } from '../../../platform/clock.js';
import { CONFIGURATION, type Configuration } from '../../../platform/configuration/configuration.js';
import { Database } from '../../../platform/database/database.js';
import { countedMs } from '../probe-hours.js';
import { ProbeStretchStore } from '../probe-stretch-store.js';
import { readHours, readResults } from './probe-rows.js';

interface Counted {
  readonly probe: ProbeDefinition;
  readonly durations: DurationCounts;
  readonly attempts: number;
  readonly hours: number;
}

/** 系统反应时间 of systems over periods. */
@Injectable()
export class ResponseTimes {
  constructor(
    private readonly database: Database,
    private readonly probes: ProbesService,
    private readonly systems: SystemsService,
    private readonly stretches: ProbeStretchStore,
    private readonly clock: Clock,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  /** @throws ApplicationError `not_found` */
  async ofSystem(systemId: string, asked: Interval): Promise<ResponseTime> {
    const period = capAt(asked, this.clock.nowMs());
    const { contracts } = await this.systems.get(systemId);
    const service = servicePeriods(contracts, period, this.configuration.timeZone);
    const probes = (await this.probes.ofSystem(systemId)).filter(({ target }) => target.kind === 'http');
    const counted: Counted[] = [];
    for (const probe of probes) counted.push(await this.count(probe, service));
    const facts = {
      durations: addDurations(counted.map(({ durations }) => durations)),
      knownMs: await this.knownMs(probes, service),
      serviceMs: totalMs(service),
    };
    const { actual, numerator, denominator, coveragePercent, isCoverageSufficient } =
      responseTimeP95.count(facts);
    return {
      from: instantText(period.fromMs),
      to: instantText(period.toMs),
      measure: responseTimeP95.id,
      actualSeconds: actual?.toFixed(3) ?? null,
      numerator: numerator.toFixed(),
      denominator: denominator.toFixed(),
      coveragePercent: coveragePercent?.toFixed(4, 1) ?? null,
      isCoverageSufficient,
      errorMsMax: durationErrorMsMax,
      evidence: counted.map(({ probe, attempts, hours }) => ({
        probeId: probe.id,
        probeName: probe.name,
        attempts,
        hours,
      })),
    };
  }

  /** Whole hours of service from the hours' sums; of hours that service begins or ends in, from the results. */
  private async count(probe: ProbeDefinition, service: readonly Interval[]): Promise<Counted> {
    const found: DurationCounts[] = [];
    let [attempts, hours] = [0, 0];
    for (const stretch of service) {
      const wholeFromMs = Math.ceil(stretch.fromMs / hourMs) * hourMs;
      const wholeToMs = Math.max(wholeFromMs, Math.floor(stretch.toMs / hourMs) * hourMs);
      const whole = { fromMs: wholeFromMs, toMs: wholeToMs };
      for (const part of splitAtEdges([stretch], [whole])) {
        if (part.fromMs >= wholeFromMs && part.toMs <= wholeToMs) {
          const rows = (await readHours(this.database, [probe.id], part)).get(probe.id)!;
          found.push(...rows.map(({ durations }) => durations));
          attempts += rows.reduce((sum, row) => sum + row.attempts, 0);
          hours += rows.length;
        } else {
          const results = await readResults(this.database, probe.id, part);
          found.push(countDurations(results.flatMap((result) => countedMs(result) ?? [])));
          attempts += results.length;
        }
      }
    }
    return { probe, durations: addDurations(found), attempts, hours };
  }

  private async knownMs(probes: readonly ProbeDefinition[], service: readonly Interval[]): Promise<number> {
    const [first, last] = [service[0], service.at(-1)];
    if (!first || !last) return 0;
    const bounds = { fromMs: first.fromMs, toMs: last.toMs };
    const ids = probes.map(({ id }) => id);
    const known = union([...(await this.stretches.overlapping(ids, bounds)).values()].flat());
    return service.reduce((sum, stretch) => sum + totalMs(clipAll(known, stretch)), 0);
  }
}
