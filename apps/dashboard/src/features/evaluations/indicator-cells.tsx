import type { Actual } from '@opsgauge/contract';
import { useTranslation } from 'react-i18next';
import {
  actualFigure,
  figureDigits,
  noValue,
  operatorSigns,
  targetFigure,
} from '../../shared/format/figures.js';
import { floorDecimal } from '../../shared/format/decimal.js';
import { Mark } from '../../shared/ui/mark.js';
import { noteOf } from './indicator-note.js';
import { useDataWords } from './use-data-words.js';

export function Target({ actual }: { actual: Actual }) {
  const { unit } = useDataWords();
  return `${operatorSigns[actual.operator]} ${targetFigure(actual, figureDigits(actual))} ${unit(actual.unit)}`;
}

export function Figure({ actual }: { actual: Actual }) {
  const { t } = useTranslation();
  const { unit } = useDataWords();
  if (actual.actual === null) return <span className="no-data">{t('state.noData')}</span>;
  return <b className="figure">{`${actualFigure(actual, figureDigits(actual))} ${unit(actual.unit)}`}</b>;
}

export function Score({ actual }: { actual: Actual }) {
  if (actual.score === null) return <span className="no-data">{noValue}</span>;
  return <b className="figure">{floorDecimal(actual.score, 2)}</b>;
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
