import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { FaultTermsInput } from '@opsgauge/contract';
import {
  defaultFaultTerms,
  faultSeverities,
  hourMs,
  minuteMs,
  type FaultLimits,
  type FaultTerms,
} from '@opsgauge/domain';
import type { Contract } from '../inventory/contract.entity.js';
import { SystemsService } from '../inventory/systems.service.js';
import { Clock } from '../platform/clock.js';
import { CONFIGURATION, type Configuration } from '../platform/configuration/configuration.js';
import { EventBus } from '../platform/event-bus.js';
import { grouped } from '../platform/grouped.js';

/** For how long contracts are believed as read: another process may have changed one. */
const keptMs = 1000;

/** The contract a fault falls under, and what it says. */
export interface TermsOfFault {
  /** Null: none was in force when the fault began; the usual terms hold, 7×24. */
  readonly contractId: string | null;
  /** Who answers for it by that contract; null: nobody. */
  readonly vendorOrganizationId: string | null;
  readonly terms: FaultTerms;
}

/** What contracts promise of faults. A fault falls under the contract that is in force when it starts. */
@Injectable()
export class FaultTermsService implements OnApplicationShutdown {
  private kept: { readonly atMs: number; readonly bySystem: Promise<Map<string, Contract[]>> } | null = null;
  private readonly unsubscribe: () => void;

  constructor(
    private readonly systems: SystemsService,
    private readonly clock: Clock,
    bus: EventBus,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {
    this.unsubscribe = bus.on('servers.changed', () => (this.kept = null));
  }

  onApplicationShutdown(): void {
    this.unsubscribe();
  }

  async of(systemId: string, startMs: number): Promise<TermsOfFault> {
    return (await this.lookup())(systemId, startMs);
  }

  /** As `of`, for many: contracts are read once. */
  async lookup(): Promise<(systemId: string, startMs: number) => TermsOfFault> {
    const bySystem = await this.contracts();
    return (systemId, startMs) => {
      const contract = (bySystem.get(systemId) ?? []).findLast((one) => isInForce(one, startMs));
      return {
        contractId: contract?.id ?? null,
        vendorOrganizationId: contract?.vendorOrganizationId ?? null,
        terms: this.termsOf(contract),
      };
    };
  }

  /** The most days after a recovery within which any contract counts the same as repeated. */
  async repeatDaysMax(): Promise<number> {
    const contracts = [...(await this.contracts()).values()].flat();
    return contracts.reduce(
      (most, { faultTerms }) => Math.max(most, faultTerms.repeatDays ?? 0),
      defaultFaultTerms.repeatDays,
    );
  }

  private termsOf(contract: Contract | undefined): FaultTerms {
    const usual = { ...defaultFaultTerms, timeZone: this.configuration.timeZone };
    if (!contract) return usual;
    const { responseMinutesMax, repairHoursMax } = contract.promises;
    const { repeatDays, majorMinutes, ...severities } = contract.faultTerms;
    return {
      ...usual,
      limits: {
        responseMs: responseMinutesMax ? responseMinutesMax * minuteMs : usual.limits.responseMs,
        repairMs: repairHoursMax ? repairHoursMax * hourMs : usual.limits.repairMs,
      },
      limitsBySeverity: Object.fromEntries(
        faultSeverities.flatMap((severity) => {
          const own = severities[severity];
          return own ? [[severity, limitsOf(own)]] : [];
        }),
      ),
      repeatDays: repeatDays ?? usual.repeatDays,
      majorUnusableMs: majorMinutes ? majorMinutes * minuteMs : usual.majorUnusableMs,
      service: [
        {
          fromMs: contract.serviceFrom.getTime(),
          toMs: contract.serviceTo?.getTime() ?? null,
          calendar: contract.serviceCalendar,
        },
      ],
    };
  }

  private contracts(): Promise<Map<string, Contract[]>> {
    const nowMs = this.clock.nowMs();
    if (this.kept && Math.abs(nowMs - this.kept.atMs) < keptMs) return this.kept.bySystem;
    const bySystem = this.systems.contracts().then((all) => grouped(all, ({ systemId }) => systemId));
    const kept = { atMs: nowMs, bySystem };
    this.kept = kept;
    bySystem.catch(() => {
      if (this.kept === kept) this.kept = null;
    });
    return bySystem;
  }
}

const limitsOf = ({
  responseMinutesMax,
  repairHoursMax,
}: NonNullable<FaultTermsInput['minor']>): FaultLimits => ({
  responseMs: responseMinutesMax * minuteMs,
  repairMs: repairHoursMax * hourMs,
});

const isInForce = ({ serviceFrom, serviceTo }: Contract, atMs: number): boolean =>
  serviceFrom.getTime() <= atMs && (serviceTo === null || atMs < serviceTo.getTime());
