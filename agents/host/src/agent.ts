import { randomUUID } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { Hints } from '@opsgauge/contract';
import type { SeenClock } from './collectors/clock.js';
import { createHostCollectors } from './collectors/host-collectors.js';
import type { Target } from './collectors/target-probe.js';
import { Delivery } from './delivery/delivery.js';
import { HubConnection } from './delivery/hub-connection.js';
import { Reporter } from './delivery/reporter.js';
import { InspectionDesk } from './inspection/inspection-desk.js';
import { MonthlySchedule } from './inspection/monthly-schedule.js';
import { PeriodGatherer } from './inspection/period-figures.js';
import { readInChild } from './inspection/reading-in-child.js';
import { ProbeDesk } from './probes/probe-desk.js';
import { SampleTaker, type UnnumberedSample } from './sampling/sample-taker.js';
import { Sampler } from './sampling/sampler.js';
import { SamplingLoop } from './sampling/sampling-loop.js';
import { Spool } from './spool/spool.js';
import { loadEnrolment, type Enrolment } from './state/enrolment.js';
import type { Settings } from './state/settings.js';
import type { StateFolder } from './state/state-folder.js';
import { readBootId, readMonotonicMs } from './system/boot.js';
import type { HostFiles } from './system/host-files.js';
import { reasonOf, type Log } from './system/log.js';
import { withTimeLimit } from './system/time-limit.js';
import { agentVersion } from './version.js';

const secondsADay = 86_400;
const lastDeliveryMs = 2_000;
const closingMs = 1_000;
const watchSeconds = 2;

/** The same for a server for ever, and spread over all of them. */
const phaseOf = (serverId: string): number => crc32(serverId) / 2 ** 32;

const hubAsTarget = (hub: string): Target => {
  const { hostname, port, protocol } = new URL(hub);
  const host = hostname.replace(/^\[|\]$/g, '');
  return { name: 'hub', host, port: Number(port || (protocol === 'https:' ? 443 : 80)) };
};

export interface AgentOptions {
  folder: StateFolder;
  enrolment: Enrolment;
  settings: Settings;
  files: HostFiles;
  log: Log;
  /** JSON of an inspection reading; by a process of its own as a rule. */
  readInspection?: (stateFolder: string) => Promise<string>;
}

/** The agent at work: samples into the spool, the spool to the hub, inspections when the hub asks for one. */
export class Agent {
  readonly #options: AgentOptions;
  #credential: string;

  constructor(options: AgentOptions) {
    this.#options = options;
    this.#credential = options.enrolment.credential;
  }

  /** Works until the signal is aborted, then ends within a few seconds. */
  async run(signal: AbortSignal): Promise<void> {
    const { folder, enrolment, settings, files, log } = this.#options;
    const { intervalSeconds, hub, hubCertificate } = enrolment;
    const recordsMax = Math.ceil((settings.spoolDaysMax * secondsADay) / intervalSeconds);
    const limits = { bytesMax: settings.spoolBytesMax, recordsMax };
    const spool = await Spool.open(folder.spoolFolder, limits, log, { bootId: readBootId(files) });
    const connection = new HubConnection(hub, hubCertificate);
    const credential = () => this.#credential;
    const clock: SeenClock = { offsetMs: undefined };
    const targets = settings.measuresTargets ? [hubAsTarget(hub), ...settings.targets] : [];
    const wantsCores = (): boolean => sampling.isWatched;
    const sampler = new Sampler(createHostCollectors(files, { wantsCores, clock, targets }), log);
    const taker = new SampleTaker(files, sampler);
    const period = await PeriodGatherer.open(folder.periodFile, new Date().toISOString());
    const desk = await InspectionDesk.open({
      folder: folder.inspectionsFolder,
      connection,
      credential,
      log,
      makeReading: () => this.#makeReading(period),
    });
    const probeDesk = await ProbeDesk.open({
      file: folder.probesFile,
      log,
      isAllowed: settings.runsProbes,
    });
    const hostClock = { bootId: taker.bootId, monotonicMs: () => readMonotonicMs(files) };
    const { deadLetterFile } = folder;
    const delivery = new Delivery({
      spool,
      log,
      reporter: new Reporter({
        connection,
        spool,
        clock: hostClock,
        seenClock: clock,
        deadLetterFile,
        log,
        credential,
      }),
      onHints: (hints) => this.#followHints(hints, desk, sampling),
      onConfiguration: ({ timeZone, probes = [] }) => {
        void schedule.setZone(timeZone);
        probeDesk.setProbes(probes);
      },
      onRefused: () => this.#readCredential(),
    });
    const schedule = await MonthlySchedule.open({
      file: folder.scheduleFile,
      timeZone: enrolment.configuration?.timeZone,
      phase: phaseOf(enrolment.serverId),
      log,
      onDue: () => desk.request(randomUUID()),
    });
    const keep = (sample: UnnumberedSample) => {
      period.add(sample.metrics, sample.observedAt);
      void period.saveIfDue();
      void schedule.look(performance.now());
      const probeResults = probeDesk.take(performance.now());
      const told = { ...sample, ...(probeResults.length > 0 && { probeResults }) };
      void spool.append((number) => JSON.stringify({ ...number, ...told })).then(() => delivery.wake());
    };
    const sampling: SamplingLoop = new SamplingLoop({ taker, intervalSeconds, log, onSample: keep });

    log.info('agent started', {
      version: agentVersion,
      hub,
      serverId: enrolment.serverId,
      waiting: spool.depth,
    });
    const work = Promise.all([sampling.run(), delivery.run(), desk.run()]);
    const stopped = new Promise<void>((resolve) =>
      signal.addEventListener('abort', () => resolve(), { once: true }),
    );
    try {
      await Promise.race([work, stopped]);
    } finally {
      sampling.stop();
      desk.stop();
      probeDesk.stop();
      await withTimeLimit(delivery.stop(lastDeliveryMs), lastDeliveryMs, 'the last delivery').catch(
        () => undefined,
      );
      connection.close();
      await period.save();
      await withTimeLimit(spool.close(), closingMs, 'closing the spool').catch((error) =>
        log.warn('the spool did not close', { reason: reasonOf(error) }),
      );
      log.info('agent stopped', { waiting: spool.depth });
    }
  }

  async #makeReading(period: PeriodGatherer): Promise<string> {
    await period.save();
    const { folder, readInspection = readInChild } = this.#options;
    const reading = await readInspection(folder.path);
    await period.beginAnew(new Date().toISOString());
    return reading;
  }

  #followHints(hints: Hints, desk: InspectionDesk, sampling: SamplingLoop): void {
    if (hints.inspectNow) desk.request(hints.inspectNow.inspectionId);
    sampling.slowDown(hints.slowDown?.intervalSeconds);
    if (hints.watch) sampling.watch(hints.watch.intervalSeconds ?? watchSeconds, hints.watch.forMs);
  }

  /** The host may have been enrolled again while the agent was running. */
  async #readCredential(): Promise<void> {
    const enrolment = await loadEnrolment(this.#options.folder).catch(() => undefined);
    if (enrolment?.hub === this.#options.enrolment.hub) this.#credential = enrolment.credential;
  }
}
