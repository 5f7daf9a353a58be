const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

export const ranges = {
  '1h': hour,
  '6h': 6 * hour,
  '24h': day,
  '7d': 7 * day,
  '30d': 30 * day,
  '1y': 365 * day,
} as const;
export type RangeName = keyof typeof ranges;
export const rangeNames = Object.keys(ranges) as RangeName[];

/** What the charts show: the last hours, moving on with time, or a stretch that stands still. */
export type ChartWindow =
  { kind: 'recent'; range: RangeName } | { kind: 'fixed'; fromMs: number; toMs: number };

export const defaultWindow: ChartWindow = { kind: 'recent', range: '1h' };

/** No closer than this is there more to see: a server is sampled every few seconds. */
export const shortestMs = minute;
/** Longer than any server's history is likely to be. */
export const longestMs = 5 * 366 * day;

export const lengthOf = (window: ChartWindow): number =>
  window.kind === 'recent' ? ranges[window.range] : window.toMs - window.fromMs;

/** Edges of the window as of `nowMs`. */
export const edgesAt = (window: ChartWindow, nowMs: number): { fromMs: number; toMs: number } =>
  window.kind === 'recent' ? { fromMs: nowMs - ranges[window.range], toMs: nowMs } : window;

const instant = (text: string | null): number | null => {
  const ms = text === null ? Number.NaN : Date.parse(text);
  return Number.isFinite(ms) ? ms : null;
};

/** The window that an address names; the default where it names none that makes sense. */
export function windowOf(parameters: URLSearchParams): ChartWindow {
  const [fromMs, toMs] = [instant(parameters.get('from')), instant(parameters.get('to'))];
  if (fromMs !== null && toMs !== null && isPossible(fromMs, toMs)) return { kind: 'fixed', fromMs, toMs };
  const range = rangeNames.find((name) => name === parameters.get('range'));
  return range ? { kind: 'recent', range } : defaultWindow;
}

/** Whether a stretch between these moments can be shown; false where one of them is no number. */
export const isPossible = (fromMs: number, toMs: number): boolean =>
  toMs - fromMs >= shortestMs && toMs - fromMs <= longestMs;

/** The address with this window; everything else in it stays. */
export function withWindow(parameters: URLSearchParams, window: ChartWindow): URLSearchParams {
  const next = new URLSearchParams(parameters);
  for (const name of ['range', 'from', 'to']) next.delete(name);
  if (window.kind === 'fixed') {
    next.set('from', new Date(window.fromMs).toISOString());
    next.set('to', new Date(window.toMs).toISOString());
  } else if (window.range !== '1h') next.set('range', window.range);
  return next;
}

/**
 * A stretch that stands still, on whole seconds, at least a minute and never beyond `nowMs`: of what would lie in the
 * future as much is shown of the past.
 */
export function fixedWindow(fromMs: number, toMs: number, nowMs: number): ChartWindow {
  const [first, last] = fromMs <= toMs ? [fromMs, toMs] : [toMs, fromMs];
  const length = Math.min(longestMs, Math.max(shortestMs, Math.round((last - first) / 1000) * 1000));
  const middle = (first + last) / 2;
  const end = Math.min(Math.floor(nowMs / 1000) * 1000, Math.round((middle + length / 2) / 1000) * 1000);
  return { kind: 'fixed', fromMs: end - length, toMs: end };
}

/** The window around the same middle, `factor` times as long. */
export function scaled(window: ChartWindow, factor: number, nowMs: number): ChartWindow {
  const { fromMs, toMs } = edgesAt(window, nowMs);
  const [middle, half] = [(fromMs + toMs) / 2, ((toMs - fromMs) / 2) * factor];
  return fixedWindow(middle - half, middle + half, nowMs);
}

/** The window moved by `share` of its length, to the past where it is negative. */
export function moved(window: ChartWindow, share: number, nowMs: number): ChartWindow {
  const { fromMs, toMs } = edgesAt(window, nowMs);
  const by = (toMs - fromMs) * share;
  return fixedWindow(fromMs + by, toMs + by, nowMs);
}
