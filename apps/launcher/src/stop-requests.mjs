// npm passes on the SIGINT that the terminal has already sent to the whole foreground group, so one Ctrl-C arrives twice.
const sameKeyPressMs = 700;

/**
 * Listens to Ctrl-C, SIGTERM and SIGHUP from now on.
 *
 * @returns {{ stop: AbortSignal, force: AbortSignal, close: () => void }} `stop` is aborted by the first request,
 *   `force` by another one that comes later than the echo of the first
 */
export const listenForStop = () => {
  const stop = new AbortController();
  const force = new AbortController();
  let stoppedAt = 0;
  const request = () => {
    if (!stop.signal.aborted) {
      stoppedAt = performance.now();
      stop.abort();
    } else if (performance.now() - stoppedAt > sameKeyPressMs) {
      force.abort();
    }
  };
  const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
  signals.forEach((signal) => process.on(signal, request));
  return {
    stop: stop.signal,
    force: force.signal,
    close: () => signals.forEach((signal) => process.off(signal, request)),
  };
};
