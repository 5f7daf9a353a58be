import { useSearchParams } from 'react-router';

export const ranges = { '1h': 3_600_000, '6h': 6 * 3_600_000, '24h': 24 * 3_600_000 } as const;
export type RangeName = keyof typeof ranges;
const names = Object.keys(ranges) as RangeName[];

/** The range of the charts, kept in the address. */
export function useRange(): [RangeName, (range: RangeName) => void] {
  const [parameters, setParameters] = useSearchParams();
  const range = names.find((name) => name === parameters.get('range')) ?? '1h';
  return [range, (next) => setParameters(next === '1h' ? {} : { range: next }, { replace: true })];
}
