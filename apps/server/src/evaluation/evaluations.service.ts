import crypto from 'node:crypto';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { monthlyRunningTemplate, monthOf } from '@opsgauge/domain';
import { Repository } from 'typeorm';
import { SystemsService } from '../inventory/systems.service.js';
import { Clock } from '../platform/clock.js';
import { CONFIGURATION, type Configuration } from '../platform/configuration/configuration.js';
import { notFound } from '../platform/errors/application-error.js';
import { Jobs } from '../platform/jobs/jobs.js';
import { Evaluation } from './evaluation.entity.js';

/** Evaluations, and their opening month by month. */
@Injectable()
export class EvaluationsService implements OnApplicationBootstrap {
  constructor(
    @InjectRepository(Evaluation) private readonly evaluations: Repository<Evaluation>,
    private readonly systems: SystemsService,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.openCurrentMonth();
    this.jobs.schedule('open-evaluations', '0 0 1 * *', this.configuration.timeZone, () =>
      this.openCurrentMonth(),
    );
  }

  /** Newest first. A system that was added since the month began gets its evaluation here. */
  async list(): Promise<Evaluation[]> {
    await this.openCurrentMonth();
    return this.evaluations.find({ order: { fromAt: 'DESC', createdAt: 'ASC' } });
  }

  /** @throws ApplicationError `not_found` */
  async get(id: string): Promise<Evaluation> {
    const evaluation = await this.evaluations.findOneBy({ id });
    if (!evaluation) throw notFound('evaluation');
    return evaluation;
  }

  /** Makes this month's evaluation of each system that has none; idempotent. */
  private async openCurrentMonth(): Promise<void> {
    const nowMs = this.clock.nowMs();
    const { fromMs, toMs } = monthOf(nowMs, this.configuration.timeZone);
    const opened = (await this.systems.list()).map(({ system, project }) => ({
      id: crypto.randomUUID(),
      projectId: project.id,
      systemId: system.id,
      templateId: monthlyRunningTemplate.id,
      fromAt: new Date(fromMs),
      toAt: new Date(toMs),
      createdAt: new Date(nowMs),
    }));
    if (opened.length === 0) return;
    await this.evaluations.createQueryBuilder().insert().values(opened).orIgnore().execute();
  }
}
