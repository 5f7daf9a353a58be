import { Injectable } from '@nestjs/common';
import type { RuleTrial, RuleTrialInput } from '@opsgauge/contract';
import { isToldBySamples, tryRule, type Interval, type Signal } from '@opsgauge/domain';
import type { Scope } from '../../accounts/scope.js';
import { ServersService } from '../../inventory/servers.service.js';
import { SystemsService } from '../../inventory/systems.service.js';
import { VisibilityService } from '../../inventory/visibility.service.js';
import { Clock, instantText } from '../../platform/clock.js';
import { ApplicationError } from '../../platform/errors/application-error.js';
import { periodOf } from '../../platform/http/period.js';
import { WorstHours } from '../../telemetry/reading/worst-hours.service.js';
import type { StoredSample } from '../../telemetry/hours/stored-sample.js';
import { signalsOf } from '../detection/signals.js';
import { ruleOf } from './rule-input.js';

/** Server-hours of samples that one trial may look at: half a minute's work at most. */
const hoursMax = 3000;
/** Firings that are listed; of more a rule is of no use anyway. */
const firingsMax = 500;

/** Tries a rule on past samples: what it would have fired on. */
@Injectable()
export class RuleTrials {
  constructor(
    private readonly servers: ServersService,
    private readonly systems: SystemsService,
    private readonly visibility: VisibilityService,
    private readonly hours: WorstHours,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws ApplicationError `not_found`; `period_invalid`; `trial_impossible` for a signal that samples do not tell,
   *   `trial_too_large`
   */
  async run(scope: Scope, { condition, target, ...asked }: RuleTrialInput): Promise<RuleTrial> {
    if (!isToldBySamples(condition.signal)) {
      throw new ApplicationError('trial_impossible', 'condition.signal: past samples do not tell it', {
        field: 'condition.signal',
      });
    }
    const period = periodOf(asked);
    const window = { ...period, toMs: Math.min(period.toMs, this.clock.nowMs()) };
    const serverIds = await this.serversOf(scope, target, window);
    const rule = ruleOf({ condition, severity: 'minor', isEnabled: true })!;
    const chosen = await Promise.all(serverIds.map((id) => this.hours.choose(id, window, rule)));
    if (chosen.reduce((sum, { hours }) => sum + hours.length, 0) > hoursMax) {
      throw new ApplicationError(
        'trial_too_large',
        'to: too many samples to look at; choose a shorter period',
        {
          field: 'to',
        },
      );
    }
    const names = await this.servers.names();
    const items: RuleTrial['items'] = [];
    let sampleCount = 0;
    for (const [index, serverId] of serverIds.entries()) {
      const samples = await this.hours.read(serverId, chosen[index]!.hours, window);
      sampleCount += samples.length;
      for (const { subject, fromMs, toMs, worst } of tryRule(rule, signalsIn(samples, rule.signal))) {
        items.push({
          serverId,
          serverName: names.get(serverId) ?? '',
          subject,
          from: instantText(fromMs),
          to: toMs === null ? null : instantText(toMs),
          worst,
        });
      }
    }
    items.sort((one, other) => Date.parse(other.from) - Date.parse(one.from));
    return {
      items: items.slice(0, firingsMax),
      sampleCount,
      goneHourCount: chosen.reduce((sum, { goneCount }) => sum + goneCount, 0),
    };
  }

  private async serversOf(
    scope: Scope,
    target: RuleTrialInput['target'],
    window: Interval,
  ): Promise<string[]> {
    if (target.kind === 'server') {
      await this.visibility.requireServer(scope, target.serverId, window);
      return [(await this.servers.get(target.serverId)).id];
    }
    await this.visibility.requireSystem(scope, target.systemId);
    return (await this.systems.get(target.systemId)).components.map(({ serverId }) => serverId);
  }
}

function* signalsIn(samples: readonly StoredSample[], name: Signal['name']): Generator<Signal> {
  const interfacesUp = new Set<string>();
  for (const { metrics, devices, additional, correctedAtMs, intervalSeconds } of samples) {
    const judged = {
      fact: { observedAtMs: correctedAtMs, intervalMs: intervalSeconds * 1000 },
      metrics,
      readings: { devices, ...(additional && { additional }) },
    };
    for (const signal of signalsOf(judged, (one) => interfacesUp.has(one)))
      if (signal.name === name) yield signal;
    for (const one of devices.interfaces) if (one.isUp) interfacesUp.add(one.name);
  }
}
