import { readFile } from 'node:fs/promises';
import type { AgentProbe, AgentProbeResult } from '@opsgauge/contract';
import { probeResultsMax, type ProbeAttempt, type ProbeTarget } from '@opsgauge/contract/probing';
import { writeFileAtomically } from '../state/atomic-file.js';
import { reasonOf, type Log } from '../system/log.js';
import { ask } from './ask.js';
import { readProbes } from './read-probes.js';

/** So many results wait for the next samples; then the oldest go. */
const waitingMax = 1000;
const attemptsMax = 8;
const newProbeMs = 2000;

export interface ProbeDeskOptions {
  /** What the hub named last, so that a restart while it is away goes on probing. */
  file: string;
  log: Log;
  /** Whether this host's administrator lets the hub have anything probed at all. */
  isAllowed: boolean;
  askOnce?: (target: ProbeTarget, timeoutMs: number) => Promise<ProbeAttempt>;
}

interface Round {
  probe: AgentProbe;
  timer: NodeJS.Timeout | undefined;
}

/** Asks what the hub names, and hands the answers to the samples that are taken next. */
export class ProbeDesk {
  readonly #options: ProbeDeskOptions;
  readonly #rounds = new Map<string, Round>();
  readonly #turns: (() => void)[] = [];
  #running = 0;
  #waiting: { probeId: string; startedMs: number; attempt: ProbeAttempt }[] = [];
  #known = '[]';
  #isStopped = false;

  private constructor(options: ProbeDeskOptions) {
    this.#options = options;
  }

  /** Opens the desk and goes on with what was probed before. */
  static async open(options: ProbeDeskOptions): Promise<ProbeDesk> {
    const desk = new ProbeDesk(options);
    const text = await readFile(options.file, 'utf8').catch(() => '[]');
    try {
      desk.#follow(readProbes(JSON.parse(text)));
    } catch {
      // Damaged: the next answer of the hub says it again.
    }
    return desk;
  }

  /** The hub names what is to be probed, all of it. */
  setProbes(probes: readonly AgentProbe[]): void {
    const text = JSON.stringify(probes);
    if (text === this.#known || this.#isStopped) return;
    this.#follow(probes);
    const { file, log } = this.#options;
    void writeFileAtomically(file, text).catch((error) =>
      log.warn('cannot keep what is to be probed', { reason: reasonOf(error) }),
    );
  }

  /** Results since the last call, as a sample of this moment carries them; what is too many waits for the next one. */
  take(nowMs: number): AgentProbeResult[] {
    return this.#waiting.splice(0, probeResultsMax).map(({ probeId, startedMs, attempt }) => ({
      probeId,
      agoMs: Math.max(0, Math.round(nowMs - startedMs)),
      ...attempt,
    }));
  }

  stop(): void {
    this.#isStopped = true;
    this.#follow([]);
  }

  #follow(probes: readonly AgentProbe[]): void {
    this.#known = JSON.stringify(probes);
    const wanted = new Map(this.#options.isAllowed ? probes.map((probe) => [probe.id, probe]) : []);
    for (const [id, { probe, timer }] of this.#rounds) {
      if (JSON.stringify(wanted.get(id)) === JSON.stringify(probe)) continue;
      clearTimeout(timer);
      this.#rounds.delete(id);
    }
    for (const [id, probe] of wanted) {
      if (this.#rounds.has(id)) continue;
      const round = { probe, timer: undefined };
      this.#rounds.set(id, round);
      this.#wait(round, newProbeMs * Math.random());
    }
  }

  #wait(round: Round, delayMs: number): void {
    round.timer = setTimeout(() => void this.#attempt(round), delayMs);
  }

  async #attempt(round: Round): Promise<void> {
    await this.#takeTurn();
    const { id, target, intervalSeconds, timeoutSeconds } = round.probe;
    const startedMs = performance.now();
    const attempt = await (this.#options.askOnce ?? ask)(target, timeoutSeconds * 1000);
    this.#giveTurn();
    // One that was ended meanwhile has no say any more.
    if (this.#rounds.get(id) !== round) return;
    this.#waiting.push({ probeId: id, startedMs, attempt });
    this.#waiting.splice(0, this.#waiting.length - waitingMax);
    this.#wait(round, Math.max(0, startedMs + intervalSeconds * 1000 - performance.now()));
  }

  async #takeTurn(): Promise<void> {
    if (this.#running < attemptsMax) this.#running += 1;
    else await new Promise<void>((resolve) => this.#turns.push(resolve));
  }

  /** The turn goes on to who waits longest. */
  #giveTurn(): void {
    const next = this.#turns.shift();
    if (next) next();
    else this.#running -= 1;
  }
}
