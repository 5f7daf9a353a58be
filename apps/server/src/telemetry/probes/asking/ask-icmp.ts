import { execFile } from 'node:child_process';
import dns from 'node:dns/promises';
import { promisify } from 'node:util';
import { probeEchoes, type IcmpTarget, type ProbeAttempt } from '@opsgauge/contract';
import { isRefused, RefusedAddressError } from '../../../platform/http/refused-addresses.js';
import { connectTo, outcomeOf } from './connection.js';

const run = promisify(execFile);

/** Echo requests as `ping -q` sums them up; nothing where there is no summary. */
interface Echoes {
  readonly lossPercent: number;
  readonly meanMs: number | undefined;
}

/** @param text what `ping -q` says. @returns null where it holds no summary */
export function readEchoes(text: string): Echoes | null {
  const loss = /([\d.]+)% packet loss/.exec(text)?.[1];
  if (loss === undefined) return null;
  const mean = /= [\d.]+\/([\d.]+)\//.exec(text)?.[1];
  return { lossPercent: Number(loss), meanMs: mean === undefined ? undefined : Number(mean) };
}

/**
 * Asks a host for its echo, by the system's `ping` where this user may run it, else by as many connections.
 * @throws RefusedAddressError, or the resolver's own error
 */
export async function askIcmp(
  { host, port }: IcmpTarget,
  signal: AbortSignal,
  ping: (address: string, signal: AbortSignal) => Promise<string | null> = runPing,
): Promise<ProbeAttempt> {
  const addresses = await dns.lookup(host, { all: true });
  if (addresses.some(({ address }) => isRefused(address))) throw new RefusedAddressError();
  const { address } = addresses[0]!;
  const text = await ping(address, signal);
  const echoes = text === null ? null : readEchoes(text);
  if (echoes) return toAttempt(echoes, 'icmp');
  const times: number[] = [];
  for (let echo = 0; echo < probeEchoes && !signal.aborted; echo += 1) {
    const tookMs = await connectionMs({ host: address, port }, signal);
    if (tookMs !== null) times.push(tookMs);
  }
  const lossPercent = (100 * (probeEchoes - times.length)) / probeEchoes;
  const meanMs = times.length > 0 ? times.reduce((sum, one) => sum + one, 0) / times.length : undefined;
  return toAttempt({ lossPercent, meanMs }, 'tcp');
}

const toAttempt = ({ lossPercent, meanMs }: Echoes, method: 'icmp' | 'tcp'): ProbeAttempt => ({
  outcome: lossPercent >= 100 ? 'no_answer' : 'ok',
  lossPercent,
  durationMs: meanMs,
  method,
});

/** A refusal is an answer too: the host is there. */
async function connectionMs(
  destination: { host: string; port: number },
  signal: AbortSignal,
): Promise<number | null> {
  const fromMs = performance.now();
  try {
    (await connectTo(destination, signal)).destroy();
  } catch (error) {
    if (outcomeOf(error) !== 'refused') return null;
  }
  return performance.now() - fromMs;
}

/** @returns null where this user may not run it, or there is none */
async function runPing(address: string, signal: AbortSignal): Promise<string | null> {
  const parameters = ['-n', '-q', '-c', String(probeEchoes), '-i', '0.3', '-W', '2', '--', address];
  const options = { signal, env: { ...process.env, LC_ALL: 'C' } };
  try {
    return (await run('ping', parameters, options)).stdout;
  } catch (error) {
    // It also ends with an error where nothing answered: its summary tells the one from the other.
    return String((error as { stdout?: unknown }).stdout ?? '') || null;
  }
}
