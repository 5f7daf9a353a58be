import type { ProbeAttempt, ProbeTarget } from '@opsgauge/contract';
import { askHttp, type HttpSurroundings } from './ask-http.js';
import { askIcmp } from './ask-icmp.js';
import { AttemptError, connectTo, outcomeOf } from './connection.js';

const rounded = (ms: number): number => Math.round(ms * 100) / 100;

/**
 * One attempt at a target. Never rejects: whatever goes wrong is an outcome.
 *
 * @param timeoutMs for all of it; a page that somebody began to serve and that is cut off then has taken as long
 * @param nowMs when certificates have to be good
 */
export async function askTarget(
  target: ProbeTarget,
  timeoutMs: number,
  nowMs: number,
): Promise<ProbeAttempt> {
  const signal = AbortSignal.timeout(timeoutMs);
  const fromMs = performance.now();
  let isConnected = false;
  const onConnected = () => (isConnected = true);
  try {
    const attempt = await ask(target, { signal, nowMs, onConnected });
    const durationMs = target.kind === 'icmp' ? attempt.durationMs : performance.now() - fromMs;
    return { ...attempt, durationMs: durationMs === undefined ? undefined : rounded(durationMs) };
  } catch (error) {
    if (signal.aborted) return { outcome: 'timed_out', durationMs: isConnected ? timeoutMs : undefined };
    const certificateExpiresAt = error instanceof AttemptError ? error.certificateExpiresAt : undefined;
    return { outcome: outcomeOf(error), certificateExpiresAt };
  }
}

async function ask(target: ProbeTarget, surroundings: HttpSurroundings): Promise<ProbeAttempt> {
  switch (target.kind) {
    case 'http':
      return askHttp(target, surroundings);
    case 'tcp':
      (await connectTo(target, surroundings.signal)).destroy();
      return { outcome: 'ok' };
    case 'icmp':
      return askIcmp(target, surroundings.signal);
  }
}
