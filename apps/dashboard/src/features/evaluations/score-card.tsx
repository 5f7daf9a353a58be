import type { Actual, ActualsResponse } from '@opsgauge/contract';
import { useTranslation } from 'react-i18next';
import { isCoverageLow, noValue, percent } from '../../shared/format/figures.js';
import { floorDecimal } from '../../shared/format/decimal.js';
import { Mark } from '../../shared/ui/mark.js';
import { TotalScore } from './indicator-cells.js';
import { useDataWords } from './use-data-words.js';

interface ScoreCardProps {
  items: Actual[];
  total: ActualsResponse['total'];
}

/** The sum so far, of how many points it is, the grade while it is not final, and what keeps rows from being scored. */
export function ScoreCard({ items, total }: ScoreCardProps) {
  const { t } = useTranslation();
  const words = useDataWords();
  const scoredFull = Number(total.scoredFullScore);
  const withoutData = items.filter(({ actual }) => actual === null).length;
  const insufficient = items.filter(({ actual, score }) => actual !== null && score === null).length;
  const lowButScored = items.some(
    ({ coveragePercent, score }) => score !== null && isCoverageLow(coveragePercent),
  );
  const isComplete = !withoutData && !insufficient && !lowButScored;
  return (
    <section className="panel score-card" aria-label={t('evaluation.currentScore')}>
      <div className="score">
        <span className="muted">{t('evaluation.currentScore')}</span>
        <b className="big-figure" data-score>
          <TotalScore total={total} />
        </b>
        <span className="muted">
          {t('evaluation.scoredOf', {
            scored: floorDecimal(total.scoredFullScore, 0),
            full: floorDecimal(total.fullScore, 0),
          })}
        </span>
      </div>
      <dl>
        <div>
          <dt>{t('evaluation.scoreRate')}</dt>
          <dd>{total.score === null ? noValue : percent((Number(total.score) / scoredFull) * 100)}</dd>
        </div>
        <div>
          <dt>{t('evaluation.tentativeGrade')}</dt>
          <dd>{total.grade === null ? noValue : words.grade(total.grade)}</dd>
        </div>
        <div>
          <dt>{t('evaluation.measuredCount')}</dt>
          <dd>{`${items.length - withoutData} / ${items.length}`}</dd>
        </div>
      </dl>
      <ul>
        {insufficient > 0 && (
          <li>
            <Mark kind="warning" size={12} />
            {t('evaluation.insufficient', { value: insufficient })}
          </li>
        )}
        {withoutData > 0 && (
          <li>
            <Mark kind="unknown" size={12} />
            {t('evaluation.withoutData', { value: withoutData })}
          </li>
        )}
        {isComplete && (
          <li>
            <Mark kind="up" size={12} />
            {t('evaluation.allScored')}
          </li>
        )}
      </ul>
    </section>
  );
}
