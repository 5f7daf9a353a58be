import { CrosshairGroup } from '@opsgauge/charts';
import { useMemo, useRef, useState } from 'react';
import type { ChartNavigation } from '../../../shared/charts/chart-navigation.js';
import { hubNow } from '../../../shared/time/clock.js';
import { useAddress } from '../../../shared/ui/use-address.js';
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
  const { parameters, change } = useAddress();
  const [group] = useState(() => new CrosshairGroup());
  const earlier = useRef<ChartWindow[]>([]);
  const window = useMemo(() => windowOf(parameters), [parameters]);
  const navigation = useMemo<ChartNavigation>(() => {
    const step = (to: (from: ChartWindow, nowMs: number) => ChartWindow) =>
      change((known) => {
        const from = windowOf(known);
        earlier.current.push(from);
        return withWindow(known, to(from, hubNow()));
      });
    return {
      select: (fromMs, toMs) => step((_, nowMs) => fixedWindow(fromMs, toMs, nowMs)),
      back: () => change((known) => withWindow(known, earlier.current.pop() ?? defaultOf(windowOf(known)))),
      zoomIn: () => step((from, nowMs) => scaled(from, half, nowMs)),
      zoomOut: () => step((from, nowMs) => scaled(from, 1 / half, nowMs)),
      earlier: () => step((from, nowMs) => moved(from, -half, nowMs)),
      later: () => step((from, nowMs) => moved(from, half, nowMs)),
    };
  }, [change]);
  return {
    window,
    group,
    navigation,
    canGoBack: earlier.current.length > 0 || window.kind === 'fixed',
    show: (next) => {
      earlier.current = [];
      change((known) => withWindow(known, next));
    },
    compareId: parameters.get('compare'),
    compare: (serverId) =>
      change((known) => {
        if (serverId) known.set('compare', serverId);
        else known.delete('compare');
        return known;
      }),
  };
}

/** Where there is no step back, a stretch gives way to the last hour, and the last hours stay. */
const defaultOf = (window: ChartWindow): ChartWindow => (window.kind === 'fixed' ? defaultWindow : window);
