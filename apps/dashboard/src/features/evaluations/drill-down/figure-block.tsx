import type { Actual, AvailabilityResponse } from '@opsgauge/contract';
import { useTranslation } from 'react-i18next';
import { actualFigure, figureDigits, noValue } from '../../../shared/format/figures.js';
import { floorDecimal } from '../../../shared/format/decimal.js';
import { useFormats } from '../../../shared/format/use-formats.js';
import { LowCoverageMark, uncertainClass } from '../../../shared/ui/low-coverage-mark.js';
import { Mark, type MarkKind } from '../../../shared/ui/mark.js';
import { Target } from '../indicator-cells.js';
import { useDataWords } from '../use-data-words.js';
import { measureKeyOf } from './measures.js';

const parts: {
  kind: MarkKind & AvailabilityResponse['intervals'][number]['class'];
  ms: (totals: AvailabilityResponse) => number;
}[] = [
  { kind: 'up', ms: ({ upMs }) => upMs },
  { kind: 'down', ms: ({ downMs }) => downMs },
  { kind: 'maintenance', ms: ({ maintenanceMs }) => maintenanceMs },
  { kind: 'unknown', ms: ({ unknownMs }) => unknownMs },
  { kind: 'out-of-service', ms: ({ outOfServiceMs }) => outOfServiceMs },
];

/** The period's time by class, as a bar and in words. */
function ClassBar({ totals }: { totals: AvailabilityResponse }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const present = parts.map(({ kind, ms }) => ({ kind, ms: ms(totals) })).filter(({ ms }) => ms > 0);
  return (
    <>
      <div className="class-bar" aria-hidden="true">
        {present.map(({ kind, ms }) => (
          <i key={kind} className={kind} style={{ flexGrow: ms }} />
        ))}
      </div>
      <div className="legend wrap">
        {present.map(({ kind, ms }) => (
          <span key={kind}>
            <Mark kind={kind} size={12} />
            {t(`status.${kind}`)} {formats.duration(ms)}
          </span>
        ))}
      </div>
    </>
  );
}

/** The figure with its numerator over its denominator, its target and its score. */
export function FigureBlock({ actual, totals }: { actual: Actual; totals: AvailabilityResponse | null }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { unit } = useDataWords();
  const measure = measureKeyOf(actual.measure);
  return (
    <>
      <div className="figure-block">
        <div>
          <span className="muted">{t('evaluation.actual')}</span>
          <b className={`big-figure ${uncertainClass(actual.coveragePercent)}`} data-figure>
            {actual.actual === null
              ? t('state.noData')
              : `${actualFigure(actual, figureDigits(actual))} ${unit(actual.unit)}`}
          </b>
          {actual.actual !== null && <LowCoverageMark coveragePercent={actual.coveragePercent} />}
        </div>
        <div>
          <span className="muted">{t('evaluation.target')}</span>
          <b>
            <Target actual={actual} />
          </b>
        </div>
        <div>
          <span className="muted">{t('evaluation.score')}</span>
          <b>
            {actual.score === null ? noValue : floorDecimal(actual.score, 2)} /{' '}
            {floorDecimal(actual.fullScore, 2)}
          </b>
        </div>
        {measure && (
          <div className="fraction">
            <span>
              <b>{formats.exactDuration(Number(actual.numerator))}</b> {t(`measure.${measure}.numerator`)}
            </span>
            <hr />
            <span>
              <b>{formats.exactDuration(Number(actual.denominator))}</b> {t(`measure.${measure}.denominator`)}
            </span>
          </div>
        )}
      </div>
      {totals && <ClassBar totals={totals} />}
    </>
  );
}
