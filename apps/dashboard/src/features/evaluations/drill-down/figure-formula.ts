import type { Actual } from '@opsgauge/contract';
import { groupThousands } from '../../../shared/format/decimal.js';
import { actualFigure } from '../../../shared/format/figures.js';
import { measureKeyOf } from './measures.js';

const millisecondsPerHour = '3600000';

/** Whole milliseconds as they were counted: `64,281 ms`. */
export const milliseconds = (decimal: string): string => `${groupThousands(decimal)} ms`;

/**
 * How the figure follows from what was counted. Hours are the time that was up and nothing else, so that the time in
 * service, which stands beside it, must not look like a divisor.
 */
export function figureFormula(
  actual: Pick<Actual, 'actual' | 'operator' | 'numerator' | 'denominator' | 'measure'>,
  unit: string,
): string {
  const { numerator, denominator, measure } = actual;
  const figure = actual.actual === null ? null : `${actualFigure(actual, 4)} ${unit}`;
  if (measureKeyOf(measure) === 'upHours') {
    const hours = `${milliseconds(numerator)} ÷ ${groupThousands(millisecondsPerHour)}`;
    return figure === null ? milliseconds(numerator) : `${hours} = ${figure}`;
  }
  const quotient = `${groupThousands(numerator)} ÷ ${milliseconds(denominator)}`;
  return figure === null ? quotient : `${quotient} → ${figure}`;
}
