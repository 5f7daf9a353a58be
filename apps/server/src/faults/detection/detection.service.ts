import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { isToldByProbes } from '@opsgauge/domain';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/database.js';
import { Logger } from '../../platform/logging/logger.js';
import { inBackground } from '../../platform/request-context.js';
import { HostWatch } from '../../status/host-watch.service.js';
import type { Latest } from '../../telemetry/latest-rows.js';
import { LatestStore } from '../../telemetry/latest-store.js';
import { FaultRulesStore, type RuleBook } from '../rules/fault-rules-store.js';
import { ConditionStore, type StoredCondition } from './condition-store.js';
import { ConditionTeller } from './condition-teller.service.js';
import { DetectionScenes, isWatched, placeIn, type DetectionScene } from './detection-scene.service.js';
import { judge, rulesInForce, severityAt, type Judgement } from './judge.js';
import { SignalMemory } from './signal-memory.js';
import { SignalSources, type TargetSignals } from './signal-sources.js';
import { judgeSilence } from './silence.js';
import { UnjudgedSignals } from './unjudged-signals.js';

/** Silence is found at the soft-miss limit (30 s at the ordinary interval) and this much later at most. */
const lookEveryMs = 5000;

/**
 * Looks for faults: what servers' newest samples, probes and silence come to by the rules. Of any number of processes
 * one looks at a time; what has begun is in the database, so that another one goes on with it.
 */
@Injectable()
export class DetectionService implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly memory = new SignalMemory();
  private readonly unjudged = new UnjudgedSignals();
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> = Promise.resolve();
  private isLooking = false;

  constructor(
    private readonly database: Database,
    private readonly scenes: DetectionScenes,
    private readonly latest: LatestStore,
    private readonly hosts: HostWatch,
    private readonly sources: SignalSources,
    private readonly rules: FaultRulesStore,
    private readonly conditions: ConditionStore,
    private readonly teller: ConditionTeller,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      if (this.isLooking) return;
      this.isLooking = true;
      this.looking = inBackground(() =>
        this.look()
          .then(() => {})
          .catch((error: Error) =>
            this.logger.warn('faults could not be looked for', { error: { message: error.message } }),
          )
          .finally(() => (this.isLooking = false)),
      );
    }, lookEveryMs);
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.looking;
  }

  /**
   * Looks once, now.
   * @returns false: another process is looking, and nothing was judged here
   */
  async look(): Promise<boolean> {
    const nowMs = this.clock.nowMs();
    const scene = await this.scenes.load();
    const latest = (await this.latest.list()).filter(({ serverId }) => scene.watched.has(serverId));
    const states = await this.hosts.read(latest, nowMs);
    this.unjudged.add(await this.signals(latest));
    const signals = this.unjudged.list((target) => isWatched(scene, target));
    const isJudged = await this.database.transaction(async (client) => {
      if (!(await this.conditions.isOurTurn(client))) return false;
      const book = await this.rules.book(client);
      const known = new Map((await this.conditions.list(client)).map((one) => [one.key, one]));
      const judgement = this.judgeSignals(scene, book, signals, known);
      const silence = judgeSilence(states.silent, states.unknown, known, nowMs);
      const begun = [...judgement.standing, ...silence.begun].filter((one) => isInForce(one, scene, book));
      const lapsed = [...known.values()].filter((one) => !isInForce(one, scene, book));
      await this.teller.tell(client, {
        scene,
        book,
        nowMs,
        latest: new Map(latest.map((one) => [one.serverId, one])),
        known,
        judgement: { ...judgement, standing: begun },
        heard: silence.heard,
        lapsed,
      });
      return true;
    });
    if (isJudged) this.unjudged.settle(signals);
    return isJudged;
  }

  /** Of a host of which nothing is heard only what is seen from elsewhere counts. */
  private async signals(latest: readonly Latest[]): Promise<TargetSignals[]> {
    const own = latest.map((one) => ({
      target: { serverId: one.serverId },
      signals: this.memory.take(one),
    }));
    return [...own, ...(await this.sources.read())].filter(({ signals }) => signals.length > 0);
  }

  private judgeSignals(
    scene: DetectionScene,
    book: RuleBook,
    signals: readonly TargetSignals[],
    known: ReadonlyMap<string, StoredCondition>,
  ): Judgement {
    const all: Judgement = { standing: [], over: [], forgotten: [] };
    for (const one of signals) {
      const rules = rulesInForce(book, placeIn(scene, one.target));
      const { standing, over, forgotten } = judge(one.target, one.signals, rules, known);
      all.standing.push(...standing);
      all.over.push(...over);
      all.forgotten.push(...forgotten);
    }
    return all;
  }
}

/** Whether a condition may still come to something: what it is about is watched, and its rule not switched off there. */
function isInForce(
  { target, ruleCode, subject }: StoredCondition,
  scene: DetectionScene,
  book: RuleBook,
): boolean {
  const signal = book.rules.find(({ code }) => code === ruleCode)?.rule?.signal;
  return (
    isWatched(scene, target) &&
    // A probe that is no longer run never tells that it is over.
    (signal === undefined || !isToldByProbes(signal) || scene.probeIds.has(subject)) &&
    severityAt(book, ruleCode, placeIn(scene, target)) !== null
  );
}
