import type { CrosshairGroup } from '@opsgauge/charts';
import type { Chart } from 'chart.js';
import { useRef, type HTMLAttributes, type PointerEvent, type RefObject } from 'react';
import { navigateByKey, navigationKeys, type ChartNavigation } from './chart-navigation.js';

/** A shorter way is the tremor of a click. */
const leastPixels = 6;

interface Start {
  pixel: number;
  time: number;
}

/** The moment under the pointer, and the nearest edge of the plot where it is outside. */
function timeUnder(event: PointerEvent, chart: Chart | null): number | null {
  const scale = chart?.scales['x'];
  if (!chart || !scale) return null;
  const pixel = event.clientX - chart.canvas.getBoundingClientRect().left;
  const { left, right } = chart.chartArea;
  return scale.getValueForPixel(Math.min(right, Math.max(left, pixel))) ?? null;
}

/**
 * Dragging over a chart marks a stretch on all charts of its group and shows it; a double click goes back, and keys do
 * the same. A finger scrolls the page as ever.
 */
export function useChartGestures(
  chart: RefObject<Chart | null>,
  group: CrosshairGroup,
  navigation: ChartNavigation | undefined,
): HTMLAttributes<HTMLDivElement> {
  const start = useRef<Start>(null);
  if (!navigation) return {};
  const end = () => {
    start.current = null;
    group.mark(null);
  };
  return {
    tabIndex: 0,
    role: 'group',
    'aria-keyshortcuts': navigationKeys,
    onPointerDown: (event) => {
      const time = timeUnder(event, chart.current);
      if (event.button !== 0 || event.pointerType === 'touch' || time === null) return;
      start.current = { pixel: event.clientX, time };
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove: (event) => {
      const time = start.current && timeUnder(event, chart.current);
      if (start.current && time !== null) group.mark({ from: start.current.time, to: time });
    },
    onPointerUp: (event) => {
      const from = start.current;
      const time = timeUnder(event, chart.current);
      end();
      if (from && time !== null && Math.abs(event.clientX - from.pixel) >= leastPixels)
        navigation.select(from.time, time);
    },
    onPointerCancel: end,
    onDoubleClick: navigation.back,
    onKeyDown: (event) => {
      if (event.key === 'Escape' && start.current) end();
      else if (!navigateByKey(event, navigation)) return;
      event.preventDefault();
    },
  };
}
