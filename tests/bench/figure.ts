/** One measured figure against what it has to reach. */
export interface Figure {
  figure: string;
  value: number;
  unit: string;
  /** The bound, as `≤ 0.5`; null where the figure only explains others. */
  reach: string | null;
  ok: boolean;
}

const comparisons: Record<string, (value: number, bound: number) => boolean> = {
  '≤': (value, bound) => value <= bound,
  '≥': (value, bound) => value >= bound,
};

/**
 * @param value rounded to three significant decimals
 * @param reach comparison and bound (`≤ 0.5`), or null
 */
export const figureOf = (
  figure: string,
  value: number,
  unit: string,
  reach: string | null = null,
): Figure => {
  const rounded = Math.round(value * 1000) / 1000;
  const [sign = '', bound = ''] = reach?.split(' ') ?? [];
  const isWithin = comparisons[sign];
  return { figure, value: rounded, unit, reach, ok: isWithin ? isWithin(rounded, Number(bound)) : true };
};
