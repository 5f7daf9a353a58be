import { setTimeout as pause } from 'node:timers/promises';
import { isRunning } from './process-identity.mjs';

/** @typedef {import('./process-identity.mjs').ProcessIdentity} ProcessIdentity */

const pollMs = 25;

/**
 * Signals the process, or its whole group, if it still is the one identified.
 *
 * @param {ProcessIdentity} identity
 * @param {NodeJS.Signals} signal
 * @param {{ wholeGroup?: boolean }} [options]
 */
export const signalProcess = (identity, signal, { wholeGroup = false } = {}) => {
  if (!isRunning(identity)) return;
  try {
    process.kill(wholeGroup ? -identity.pid : identity.pid, signal);
  } catch (error) {
    // ESRCH: it ended between the look and the signal.
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH') throw error;
  }
};

/**
 * @param {ProcessIdentity} identity
 * @param {number} timeoutMs
 * @returns {Promise<boolean>} whether it has ended
 */
export const waitForEnd = async (identity, timeoutMs) => {
  for (const deadline = Date.now() + timeoutMs; isRunning(identity); await pause(pollMs)) {
    if (Date.now() >= deadline) return false;
  }
  return true;
};

/**
 * Sends one signal after the other until the process has ended.
 *
 * @param {ProcessIdentity} identity
 * @param {{ signal: NodeJS.Signals, waitMs: number, wholeGroup?: boolean }[]} steps from gentle to final
 * @returns {Promise<boolean>} whether it has ended
 */
export const stopProcess = async (identity, steps) => {
  for (const { signal, waitMs, wholeGroup } of steps) {
    signalProcess(identity, signal, { wholeGroup });
    if (await waitForEnd(identity, waitMs)) return true;
  }
  return !isRunning(identity);
};
