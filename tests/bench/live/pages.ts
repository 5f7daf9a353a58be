import { io } from 'socket.io-client';
import { livePath, type LiveEvents } from '../../../libs/contract/src/index.js';
import { runHelper } from '../helper-process.js';

/** Stands in for browsers: sockets that note when each sample came to each of them. */

export interface PagesOptions {
  readonly url: string;
  readonly cookie: string;
  readonly pages: number;
}
export interface PagesTold {
  /** Of each sample, from its taking until the last page had it; those that did not come to all are `missed`. */
  readonly delaysMs: readonly number[];
  readonly missed: number;
}

/** What was sent this shortly before the end may still be on its way. */
const underWayMs = 3000;

runHelper<PagesOptions, PagesTold>(async ({ url, cookie, pages }) => {
  const beganMs = Date.now();
  const seen = new Map<string, { pages: number; delayMs: number; observedAtMs: number }>();
  const note = ({ items }: LiveEvents['servers.updated']): void => {
    const nowMs = Date.now();
    for (const { id, latest } of items) {
      if (!latest) continue;
      const observedAtMs = Date.parse(latest.observedAt);
      if (observedAtMs < beganMs) continue;
      const known = seen.get(`${id} ${latest.observedAt}`) ?? { pages: 0, delayMs: 0, observedAtMs };
      known.pages += 1;
      known.delayMs = nowMs - observedAtMs;
      seen.set(`${id} ${latest.observedAt}`, known);
    }
  };
  const sockets = Array.from({ length: pages }, () =>
    io(url, { path: livePath, transports: ['websocket'], forceNew: true, extraHeaders: { cookie } }),
  );
  await Promise.all(
    sockets.map(
      (socket) =>
        new Promise<void>((resolve, reject) => {
          // A server that changes twice between two batches is told twice; its samples are told apart by their time.
          const lastSeen = new Map<string, string>();
          socket.on('servers.updated', ({ at, items }: LiveEvents['servers.updated']) => {
            const fresh = items.filter(({ id, latest }) => latest && lastSeen.get(id) !== latest.observedAt);
            for (const { id, latest } of fresh) lastSeen.set(id, latest!.observedAt);
            note({ at, items: fresh });
          });
          socket.on('connect', resolve);
          socket.on('connect_error', reject);
        }),
    ),
  );
  return () => {
    const untilMs = Date.now() - underWayMs;
    for (const socket of sockets) socket.disconnect();
    const due = [...seen.values()].filter(({ observedAtMs }) => observedAtMs < untilMs);
    const whole = due.filter((one) => one.pages === pages);
    return { delaysMs: whole.map(({ delayMs }) => delayMs), missed: due.length - whole.length };
  };
});
