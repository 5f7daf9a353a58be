import crypto from 'node:crypto';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { FaultRule as FaultRuleResponse, FaultRuleInput, RuleExceptionInput } from '@opsgauge/contract';
import { defaultRules } from '@opsgauge/domain';
import type { Scope } from '../../accounts/scope.js';
import { ServersService } from '../../inventory/servers.service.js';
import { invalid } from '../../inventory/make-up-rules.js';
import { SystemsService } from '../../inventory/systems.service.js';
import { VisibilityService } from '../../inventory/visibility.service.js';
import { AuditService } from '../../platform/audit/audit.service.js';
import { Database, type Queryable } from '../../platform/database/database.js';
import { ApplicationError, notFound } from '../../platform/errors/application-error.js';
import { statusRules } from '../detection/status-rules.js';
import { FaultRulesStore, type FaultRule, type RuleException } from './fault-rules-store.js';
import { exceptionResponse, isSeen } from './rule-exception.js';
import { ruleOf, thresholdOf } from './rule-input.js';

/** By which rules faults are found. Every change is on record: who loosens a rule finds fewer faults. */
@Injectable()
export class FaultRulesService implements OnApplicationBootstrap {
  constructor(
    private readonly store: FaultRulesStore,
    private readonly database: Database,
    private readonly servers: ServersService,
    private readonly systems: SystemsService,
    private readonly visibility: VisibilityService,
    private readonly audit: AuditService,
  ) {}

  /** A hub that is new, or newer than its database, has the rules that this version comes with. */
  async onApplicationBootstrap(): Promise<void> {
    const rules = [
      ...Object.entries(statusRules).map(([code, { severity }]) => ({ code, severity, rule: null })),
      ...Object.entries(defaultRules).map(([code, rule]) => ({
        code,
        severity: rule.severity,
        rule: { ...rule, isEnabled: true },
      })),
    ];
    await this.store.ensure(
      this.database,
      rules.map((one) => ({ ...one, id: crypto.randomUUID(), name: null, isEnabled: true })),
    );
  }

  /** All rules, with the exceptions that the scope may see. */
  async list(scope: Scope): Promise<FaultRuleResponse[]> {
    const [{ rules, exceptions }, visibility] = await Promise.all([
      this.store.book(),
      this.visibility.of(scope),
    ]);
    const seen = exceptions.filter((one) => isSeen(one, visibility));
    const names = await this.names();
    return rules.map((rule) => ({
      id: rule.id,
      code: rule.code,
      name: rule.name,
      condition: thresholdOf(rule.rule),
      severity: rule.severity,
      isEnabled: rule.isEnabled,
      exceptions: seen.filter(({ ruleId }) => ruleId === rule.id).map((one) => exceptionResponse(one, names)),
    }));
  }

  /** Adds a rule of the customer's own. @throws ApplicationError `invalid_request` */
  async create(scope: Scope, input: FaultRuleInput): Promise<FaultRuleResponse> {
    if (!input.condition) throw invalid('condition', 'must be given');
    const id = crypto.randomUUID();
    const rule = { id, code: `custom-${id}`, name: input.name, ...changed(input) };
    await this.database.transaction(async (client) => {
      await this.store.save(client, rule);
      await this.record(client, 'fault-rule.create', rule, null, input);
    });
    return this.find(scope, id);
  }

  /**
   * Changes a rule; of those the hub comes with neither what they judge nor their name.
   * @throws ApplicationError `not_found`, `invalid_request`
   */
  async change(scope: Scope, id: string, input: FaultRuleInput): Promise<FaultRuleResponse> {
    const before = await this.get(id);
    if ((input.condition === null) !== (before.rule === null)) {
      throw invalid('condition', 'must be null for a rule on the status of hosts, and only there');
    }
    const isOwn = before.name !== null;
    if (!isOwn && before.rule && input.condition?.signal !== before.rule.signal) {
      throw invalid('condition.signal', 'cannot be changed of a rule the hub comes with');
    }
    const after: FaultRule = { ...before, ...changed(input), name: isOwn ? input.name : null };
    await this.database.transaction(async (client) => {
      await this.store.save(client, after);
      await this.record(client, 'fault-rule.change', before, inputOf(before), inputOf(after));
    });
    return this.find(scope, id);
  }

  /** @throws ApplicationError `not_found`; `conflict` for a rule the hub comes with, which can only be switched off */
  async remove(id: string): Promise<void> {
    const rule = await this.get(id);
    if (rule.name === null) {
      throw new ApplicationError('conflict', 'a rule the hub comes with cannot be deleted; switch it off');
    }
    await this.database.transaction(async (client) => {
      await this.store.remove(client, id);
      await this.record(client, 'fault-rule.delete', rule, inputOf(rule), null);
    });
  }

  /** Sets a rule otherwise for a system or a server. @throws ApplicationError `not_found` */
  async except(scope: Scope, ruleId: string, input: RuleExceptionInput): Promise<FaultRuleResponse> {
    const rule = await this.get(ruleId);
    const { target } = input;
    if (target.kind === 'system') {
      await this.visibility.requireSystem(scope, target.systemId);
      await this.systems.get(target.systemId);
    } else {
      await this.visibility.requireServer(scope, target.serverId);
      await this.servers.get(target.serverId);
    }
    const exception: RuleException = {
      id: crypto.randomUUID(),
      ruleId,
      systemId: target.kind === 'system' ? target.systemId : null,
      serverId: target.kind === 'server' ? target.serverId : null,
      change: {
        ...(input.threshold !== null && { threshold: input.threshold }),
        ...(input.forSeconds !== null && { forMs: input.forSeconds * 1000 }),
        ...(input.severity !== null && { severity: input.severity }),
        ...(input.isEnabled !== null && { isEnabled: input.isEnabled }),
      },
    };
    await this.database.transaction(async (client) => {
      await this.store.saveException(client, exception);
      await this.record(client, 'fault-rule.except', rule, null, input);
    });
    return this.find(scope, ruleId);
  }

  /** @throws ApplicationError `not_found` */
  async removeException(scope: Scope, ruleId: string, id: string): Promise<void> {
    const { exceptions } = await this.store.book();
    const exception = exceptions.find((one) => one.id === id && one.ruleId === ruleId);
    if (!exception || !isSeen(exception, await this.visibility.of(scope))) throw notFound('exception');
    const rule = await this.get(ruleId);
    await this.database.transaction(async (client) => {
      await this.store.removeException(client, id);
      await this.record(client, 'fault-rule.unexcept', rule, exception, null);
    });
  }

  private async get(id: string): Promise<FaultRule> {
    const rule = (await this.store.book()).rules.find((one) => one.id === id);
    if (!rule) throw notFound('rule');
    return rule;
  }

  private async find(scope: Scope, id: string): Promise<FaultRuleResponse> {
    return (await this.list(scope)).find((one) => one.id === id)!;
  }

  private async names(): Promise<ReadonlyMap<string, string>> {
    const [servers, systems] = await Promise.all([this.servers.names(), this.systems.list()]);
    return new Map([...servers, ...systems.map(({ system }) => [system.id, system.name] as const)]);
  }

  private record(
    client: Queryable,
    action: `fault-rule.${'create' | 'change' | 'delete' | 'except' | 'unexcept'}`,
    { id, code, name }: FaultRule,
    before: object | null,
    after: object | null,
  ): Promise<void> {
    return this.audit.record(
      { action, targetKind: 'fault-rule', targetId: id, targetName: name ?? code, before, after },
      client,
    );
  }
}

const changed = (input: FaultRuleInput) => ({
  rule: ruleOf(input),
  severity: input.severity,
  isEnabled: input.isEnabled,
});

const inputOf = ({ name, rule, severity, isEnabled }: FaultRule) => ({
  name,
  condition: thresholdOf(rule),
  severity,
  isEnabled,
});
