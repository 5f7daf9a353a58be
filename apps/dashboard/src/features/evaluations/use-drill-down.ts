import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';

/** How far a figure is opened. Every step stands in the address, so that it can be cited and opened again. */
export interface DrillDown {
  indicatorKey: string | null;
  /** Whose intervals are shown: a server's, or the system's where null. */
  serverId: string | null;
  /** The interval whose samples are shown. */
  interval: { from: string; to: string } | null;
}

/** The steps as search parameters of the evaluation's page. */
export function drillDownParameters({ indicatorKey, serverId, interval }: DrillDown): URLSearchParams {
  const parameters = new URLSearchParams();
  if (indicatorKey === null) return parameters;
  parameters.set('indicator', indicatorKey);
  if (serverId) parameters.set('server', serverId);
  if (interval) {
    parameters.set('from', interval.from);
    parameters.set('to', interval.to);
  }
  return parameters;
}

export function parseDrillDown(parameters: URLSearchParams): DrillDown {
  const from = parameters.get('from');
  const to = parameters.get('to');
  const isInterval = from && to && !Number.isNaN(Date.parse(from)) && !Number.isNaN(Date.parse(to));
  return {
    indicatorKey: parameters.get('indicator'),
    serverId: parameters.get('server'),
    interval: isInterval ? { from, to } : null,
  };
}

/** One step back: from samples to intervals, from intervals to the table. */
export const stepBack = (drillDown: DrillDown): DrillDown =>
  drillDown.interval
    ? { ...drillDown, interval: null }
    : { indicatorKey: null, serverId: null, interval: null };

export function useDrillDown() {
  const [parameters, setParameters] = useSearchParams();
  const drillDown = useMemo(() => parseDrillDown(parameters), [parameters]);
  const go = useCallback((next: DrillDown) => setParameters(drillDownParameters(next)), [setParameters]);
  return { drillDown, go };
}
