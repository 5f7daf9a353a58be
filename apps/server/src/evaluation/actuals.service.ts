import { Inject, Injectable } from '@nestjs/common';
import type { Actual, ActualsResponse, Evaluation as EvaluationResponse } from '@opsgauge/contract';
import {
  apiDecimals,
  capAt,
  ceiled,
  evaluate,
  evaluationTemplates,
  floored,
  monthLabel,
  roundedHalfUp,
  scoreDecimals,
  totalsOf,
  type Decimal,
  type EvaluatedIndicator,
  type Interval,
  type TargetOperator,
} from '@opsgauge/domain';
import type { Scope } from '../accounts/scope.js';
import { SystemsService, type SystemMakeUp } from '../inventory/systems.service.js';
import { VisibilityService } from '../inventory/visibility.service.js';
import { Clock, instantText } from '../platform/clock.js';
import { CONFIGURATION, type Configuration } from '../platform/configuration/configuration.js';
import { notFound } from '../platform/errors/application-error.js';
import { AvailabilityService } from '../status/availability.service.js';
import type { Evaluation } from './evaluation.entity.js';
import { EvaluationsService } from './evaluations.service.js';

/** Measures an evaluation's indicators and scores them. */
@Injectable()
export class ActualsService {
  constructor(
    private readonly evaluations: EvaluationsService,
    private readonly systems: SystemsService,
    private readonly visibility: VisibilityService,
    private readonly availability: AvailabilityService,
    private readonly clock: Clock,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  async list(scope: Scope): Promise<EvaluationResponse[]> {
    const { seesSystem } = await this.visibility.of(scope);
    const [evaluations, systems] = await Promise.all([this.evaluations.list(), this.systems.list()]);
    const visible = systems.filter(({ system }) => seesSystem(system.id));
    const byId = new Map(visible.map((makeUp) => [makeUp.system.id, makeUp]));
    const nowMs = this.clock.nowMs();
    return evaluations.flatMap((evaluation) => {
      const makeUp = byId.get(evaluation.systemId);
      return makeUp ? [this.describe(evaluation, makeUp, capAt(periodOf(evaluation), nowMs).toMs)] : [];
    });
  }

  /** @throws ApplicationError `not_found`, also for an evaluation outside the scope */
  async actuals(scope: Scope, id: string): Promise<ActualsResponse> {
    const evaluation = await this.evaluations.get(id);
    if (!(await this.visibility.of(scope)).seesSystem(evaluation.systemId)) throw notFound('evaluation');
    const makeUp = await this.systems.get(evaluation.systemId);
    const { intervals, period } = await this.availability.ofSystem(makeUp.system.id, periodOf(evaluation));
    const template = evaluationTemplates[evaluation.templateId]!;
    const result = evaluate(template, totalsOf(intervals));
    const query = new URLSearchParams({ from: instantText(period.fromMs), to: instantText(period.toMs) });
    const evidenceUrl = `/api/v1/systems/${makeUp.system.id}/availability?${query.toString()}`;
    return {
      items: result.indicators.map((row) => actualResponse(row, template.ruleSet, evidenceUrl)),
      evaluation: this.describe(evaluation, makeUp, period.toMs),
      total: {
        fullScore: scoreText(result.fullScore),
        score: result.score && scoreText(result.score),
        scoredFullScore: scoreText(result.scoredFullScore),
        grade: result.grade,
      },
    };
  }

  private describe(
    evaluation: Evaluation,
    { project, system }: SystemMakeUp,
    cutOffMs: number,
  ): EvaluationResponse {
    const period = periodOf(evaluation);
    const template = evaluationTemplates[evaluation.templateId]!;
    return {
      id: evaluation.id,
      name: `${template.name} ${monthLabel(period.fromMs, this.configuration.timeZone)}`,
      projectName: project.name,
      systemId: system.id,
      systemName: system.name,
      from: instantText(period.fromMs),
      to: instantText(period.toMs),
      cutOffAt: instantText(cutOffMs),
      ruleSet: template.ruleSet,
    };
  }
}

const periodOf = ({ fromAt, toAt }: Evaluation): Interval => ({
  fromMs: fromAt.getTime(),
  toMs: toAt.getTime(),
});

const scoreText = (score: Decimal): string => roundedHalfUp(score, scoreDecimals);

/** Printed against the target: floored where it is a lower limit, ceiled where it is an upper one. */
const actualText = (actual: Decimal, operator: TargetOperator): string =>
  operator === '<=' || operator === '<' ? ceiled(actual, apiDecimals) : floored(actual, apiDecimals);

/** A target is rounded the other way than the actual beside it. */
const targetText = (target: Decimal, operator: TargetOperator): string =>
  operator === '<=' || operator === '<' ? floored(target, apiDecimals) : ceiled(target, apiDecimals);

function actualResponse(row: EvaluatedIndicator, ruleSet: string, evidenceUrl: string): Actual {
  const { indicator, measured, target } = row;
  return {
    key: indicator.key,
    name: indicator.name,
    unit: indicator.measure.unit,
    operator: target.operator,
    target: targetText(target.value, target.operator),
    targetSharePercent: indicator.target.kind === 'share-of-hours' ? indicator.target.percent : null,
    actual: measured.actual && actualText(measured.actual, target.operator),
    numerator: measured.numerator.toFixed(),
    denominator: measured.denominator.toFixed(),
    coveragePercent: measured.coveragePercent && floored(measured.coveragePercent, apiDecimals),
    fullScore: scoreText(row.fullScore),
    score: row.score && scoreText(row.score),
    measure: indicator.measure.id,
    ruleSet,
    evidenceUrl,
  };
}
