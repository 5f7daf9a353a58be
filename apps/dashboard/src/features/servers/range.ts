import { useSearchParams } from 'react-router';

const hour = 3_600_000;
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
const names = Object.keys(ranges) as RangeName[];

/** The range of the charts, kept in the address. */
export function useRange(): [RangeName, (range: RangeName) => void] {
  const [parameters, setParameters] = useSearchParams();
  const range = names.find((name) => name === parameters.get('range')) ?? '1h';
  return [range, (next) => setParameters(next === '1h' ? {} : { range: next }, { replace: true })];
}
