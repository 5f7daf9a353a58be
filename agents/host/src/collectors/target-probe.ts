import { connect } from 'node:net';
import { promisify } from 'node:util';
import type { TargetReading } from '@opsgauge/contract';
import { toHundredths, toPercent } from '../system/round.js';

/** A place whose distance is measured. */
export interface Target {
  name: string;
  host: string;
  /** For the TCP connection where ping is not allowed. */
  port: number;
}

const attempts = 4;
const answerMs = 2_000;
const pingLimitMs = 15_000;

/** @param text of `ping -q`: its summary. @returns `undefined` where it holds none */
export const parsePing = (text: string): Pick<TargetReading, 'latencyMs' | 'lossPercent'> | undefined => {
  const loss = /([\d.]+)% packet loss/.exec(text)?.[1];
  if (loss === undefined) return undefined;
  const mean = /= [\d.]+\/([\d.]+)\//.exec(text)?.[1];
  const latencyMs = mean === undefined ? undefined : toHundredths(Number(mean));
  return { lossPercent: toPercent(Number(loss)) ?? 100, ...(latencyMs !== undefined && { latencyMs }) };
};

/** Found out once: looking for it costs a process. */
let isPingMissing = false;

const ping = async (host: string): Promise<ReturnType<typeof parsePing>> => {
  if (isPingMissing) return undefined;
  const { execFile } = await import('node:child_process');
  const parameters = ['-n', '-q', '-c', String(attempts), '-i', '0.3', '-W', '2', '--', host];
  const options = { timeout: pingLimitMs, env: { ...process.env, LC_ALL: 'C' } };
  try {
    return parsePing((await promisify(execFile)('ping', parameters, options)).stdout);
  } catch (error) {
    isPingMissing = (error as { code?: unknown }).code === 'ENOENT';
    // It also ends with an error where nothing answered: its summary tells the one from the other.
    return parsePing(String((error as { stdout?: unknown }).stdout ?? ''));
  }
};

/** Milliseconds until the other side answered, a refusal being an answer too; `undefined` where it did not. */
const connectOnce = ({ host, port }: Target): Promise<number | undefined> =>
  new Promise((resolve) => {
    const fromMs = performance.now();
    const socket = connect({ host, port });
    const finish = (isAnswered: boolean) => {
      clearTimeout(timer);
      socket.destroy();
      resolve(isAnswered ? performance.now() - fromMs : undefined);
    };
    const timer = setTimeout(() => finish(false), answerMs);
    socket.once('connect', () => finish(true));
    socket.once('error', (error: NodeJS.ErrnoException) => finish(error.code === 'ECONNREFUSED'));
  });

const connectTo = async (target: Target): Promise<Omit<TargetReading, 'name'>> => {
  const answered: number[] = [];
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const tookMs = await connectOnce(target);
    if (tookMs !== undefined) answered.push(tookMs);
  }
  const mean = answered.reduce((sum, tookMs) => sum + tookMs, 0) / answered.length;
  const latencyMs = toHundredths(mean);
  return {
    method: 'tcp',
    lossPercent: toPercent((100 * (attempts - answered.length)) / attempts) ?? 100,
    ...(latencyMs !== undefined && { latencyMs }),
  };
};

/** Four attempts: by the system's `ping` where there is one that this user may run, else by TCP connections. */
export const probeTarget = async (target: Target, runPing = ping): Promise<TargetReading> => {
  const found = await runPing(target.host);
  return found
    ? { name: target.name, method: 'icmp', ...found }
    : { name: target.name, ...(await connectTo(target)) };
};
