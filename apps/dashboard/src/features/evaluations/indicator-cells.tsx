import type { Actual, ActualsResponse } from '@opsgauge/contract';
import { useTranslation } from 'react-i18next';
import {
  actualFigure,
  figureDigits,
  noValue,
  operatorSigns,
  targetFigure,
} from '../../shared/format/figures.js';
import { floorDecimal } from '../../shared/format/decimal.js';
import { uncertainClass } from '../../shared/ui/low-coverage-mark.js';
import { Mark } from '../../shared/ui/mark.js';
import { noteOf } from './indicator-note.js';
import { useDataWords } from './use-data-words.js';

export function Target({ actual }: { actual: Actual }) {
  const { t } = useTranslation();
  const { unit } = useDataWords();
  const share = actual.targetSharePercent;
  return (
    <>
      {`${operatorSigns[actual.operator]} ${targetFigure(actual, figureDigits(actual))} ${unit(actual.unit)}`}
      {share !== null && (
        <small className="target-share">{t('evaluation.targetShare', { value: share })}</small>
      )}
    </>
  );
}

export function Figure({ actual }: { actual: Actual }) {
  const { t } = useTranslation();
  const { unit } = useDataWords();
  if (actual.actual === null) return <span className="no-data">{t('state.noData')}</span>;
  return (
    <b
      className={`figure ${uncertainClass(actual.coveragePercent)}`}
    >{`${actualFigure(actual, figureDigits(actual))} ${unit(actual.unit)}`}</b>
  );
}

export function Score({ actual }: { actual: Actual }) {
  if (actual.score === null) return <span className="no-data">{noValue}</span>;
  return <b className="figure">{floorDecimal(actual.score, 2)}</b>;
}

/** The sum so far; nothing where no row is scored yet, so that it never reads as a score of nought. */
export function TotalScore({ total }: { total: ActualsResponse['total'] }) {
  return total.score === null ? noValue : floorDecimal(total.score, 2);
}

/** Filled, as every figure that was measured; an entered one is outlined. */
export function MeasuredTag() {
  const { t } = useTranslation();
  return <span className="tag brand">{t('evaluation.measured')}</span>;
}

export function Note({ actual }: { actual: Actual }) {
  const { t } = useTranslation();
  const note = noteOf(actual);
  if (note !== 'insufficient') return <span className="muted">{t(`note.${note}`)}</span>;
  return (
    <span className="tag warning">
      <Mark kind="warning" size={11} label={t('coverage.low')} />
      {t('note.insufficient')}
    </span>
  );
}
