import { useSyncExternalStore } from 'react';

/** The hub's clock minus this browser's, so that a wrong clock at the desk does not age the figures. */
let offsetMs = 0;

export function setHubTime(serverTime: string, browserNow = Date.now()): void {
  offsetMs = Date.parse(serverTime) - browserNow;
}

/** The hub's time, epoch milliseconds. */
export const hubNow = (): number => Date.now() + offsetMs;

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let second = 0;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    for (const one of listeners) one();
  }, 1000);
  return () => {
    listeners.delete(listener);
    if (listeners.size) return;
    clearInterval(timer);
    timer = undefined;
  };
}

const currentSecond = (): number => {
  const now = Math.floor(hubNow() / 1000);
  if (now !== second) second = now;
  return second * 1000;
};

/** The hub's time in whole seconds; whoever uses it is drawn again each second, all by one timer. */
export const useNow = (): number => useSyncExternalStore(subscribe, currentSecond);
