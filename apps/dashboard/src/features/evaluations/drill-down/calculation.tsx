import type { Actual, AvailabilityResponse, Evaluation } from '@opsgauge/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { percent } from '../../../shared/format/figures.js';
import { useFormats } from '../../../shared/format/use-formats.js';
import { Coverage } from '../../../shared/ui/coverage.js';
import { uncertainClass } from '../../../shared/ui/low-coverage-mark.js';
import { scoreFormula } from '../score-formula.js';
import { VersionedCode } from '../versioned-code.js';
import { useDataWords } from '../use-data-words.js';
import { figureFormula, milliseconds } from './figure-formula.js';
import { measureKeyOf } from './measures.js';

interface CalculationProps {
  actual: Actual;
  evaluation: Evaluation;
  totals: AvailabilityResponse | null;
}

/** How the figure and its score came about, at four decimals. */
export function Calculation({ actual, evaluation, totals }: CalculationProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { unit } = useDataWords();
  const measure = measureKeyOf(actual.measure);
  const formula = scoreFormula(actual);
  const rows: [string, ReactNode][] = [
    ...(measure
      ? [[t('calculation.definition'), t(`measure.${measure}.definition`)] as [string, ReactNode]]
      : []),
    [t('calculation.figure'), figureFormula(actual, unit(actual.unit))],
    ...(measure === 'upHours'
      ? [[t('measure.upHours.denominator'), milliseconds(actual.denominator)] as [string, ReactNode]]
      : []),
    [t('calculation.score'), t(`formula.${formula.key}`, formula.values)],
    [
      t('calculation.period'),
      t('evaluation.fromTo', {
        from: formats.dateTime(totals?.from ?? evaluation.from),
        to: formats.dateTimeSeconds(totals?.to ?? evaluation.cutOffAt),
      }),
    ],
    [t('column.coverage'), <Coverage key="coverage" coveragePercent={actual.coveragePercent} hasUnit />],
    ...(totals
      ? [
          [
            t('overview.availability'),
            <span key="availability" className="calculation-availability">
              <span className={uncertainClass(totals.coveragePercent)}>
                {percent(totals.availabilityPercent, 4)}
              </span>
              <span className="muted">
                {t('calculation.pessimistic', { value: percent(totals.pessimisticPercent, 4) })}
                {' · '}
                {t('calculation.strict', { value: percent(totals.strictPercent, 4) })}
              </span>
            </span>,
          ] as [string, ReactNode],
        ]
      : []),
    [
      t('calculation.versions'),
      <span key="versions">
        <VersionedCode code={actual.measure} /> · <VersionedCode code={actual.ruleSet} />
      </span>,
    ],
  ];
  return (
    <>
      <h3>{t('calculation.title')}</h3>
      <dl className="key-values">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
