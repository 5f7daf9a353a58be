import { CrosshairGroup } from '@opsgauge/charts';
import { useCallback, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { ChartNavigation } from '../../../shared/charts/chart-navigation.js';
import { hubNow } from '../../../shared/time/clock.js';
import {
  defaultWindow,
  fixedWindow,
  moved,
  scaled,
  windowOf,
  withWindow,
  type ChartWindow,
} from './chart-window.js';

/** What all charts of a page show, and how it is changed. */
export interface ChartView {
  window: ChartWindow;
  /** One crosshair, and one stretch being marked. */
  group: CrosshairGroup;
  navigation: ChartNavigation;
  canGoBack: boolean;
  /** Shows another window from now on; what was shown before is no longer a step back. */
  show: (window: ChartWindow) => void;
  /** Server that is drawn beside this one. */
  compareId: string | null;
  compare: (serverId: string | null) => void;
}

const half = 0.5;

/** The window and the comparison, kept in the address; the way back is kept while the page is open. */
export function useChartView(): ChartView {
  const [parameters, setParameters] = useSearchParams();
  const [group] = useState(() => new CrosshairGroup());
  const [earlierWindows, setEarlierWindows] = useState<ChartWindow[]>([]);
  const window = useMemo(() => windowOf(parameters), [parameters]);
  const change = useCallback(
    (next: (known: URLSearchParams) => URLSearchParams) => setParameters(next, { replace: true }),
    [setParameters],
  );
  const navigation = useMemo<ChartNavigation>(() => {
    const step = (to: (from: ChartWindow, nowMs: number) => ChartWindow) => () => {
      setEarlierWindows((known) => [...known, window]);
      change((known) => withWindow(known, to(window, hubNow())));
    };
    return {
      select: (fromMs, toMs) => step((_, nowMs) => fixedWindow(fromMs, toMs, nowMs))(),
      back: () => {
        const before = earlierWindows.at(-1) ?? (window.kind === 'fixed' ? defaultWindow : null);
        if (!before) return;
        setEarlierWindows((known) => known.slice(0, -1));
        change((known) => withWindow(known, before));
      },
      zoomIn: step((from, nowMs) => scaled(from, half, nowMs)),
      zoomOut: step((from, nowMs) => scaled(from, 1 / half, nowMs)),
      earlier: step((from, nowMs) => moved(from, -half, nowMs)),
      later: step((from, nowMs) => moved(from, half, nowMs)),
    };
  }, [window, earlierWindows, change]);
  return {
    window,
    group,
    navigation,
    canGoBack: earlierWindows.length > 0 || window.kind === 'fixed',
    show: (next) => {
      setEarlierWindows([]);
      change((known) => withWindow(known, next));
    },
    compareId: parameters.get('compare'),
    compare: (serverId) =>
      change((known) => {
        const next = new URLSearchParams(known);
        if (serverId) next.set('compare', serverId);
        else next.delete('compare');
        return next;
      }),
  };
}
