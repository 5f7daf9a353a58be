import type { Actual, ActualsResponse } from '@opsgauge/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { floorDecimal } from '../../shared/format/decimal.js';
import { Coverage } from '../../shared/ui/coverage.js';
import { Figure, Score, Target, TotalScore } from './indicator-cells.js';
import { indicatorLink } from './indicator-table.js';
import { useDataWords } from './use-data-words.js';

/** The indicators as rows for a phone. */
export function IndicatorRows({ items, total }: { items: Actual[]; total: ActualsResponse['total'] }) {
  const { t } = useTranslation();
  const words = useDataWords();
  return (
    <div className="indicator-rows">
      {items.map((actual) => (
        <Link
          className="server-row"
          key={actual.key}
          to={indicatorLink(actual.key)}
          data-indicator={actual.key}
        >
          <div className="row">
            <b className="link">{words.indicator(actual)}</b>
            <span className="spacer" />
            <span className="num">
              <Score actual={actual} /> <span className="muted">/ {floorDecimal(actual.fullScore, 2)}</span>
            </span>
          </div>
          <div className="row sub">
            <Figure actual={actual} />
            <span>
              {t('evaluation.target')} <Target actual={actual} />
            </span>
            <span className="spacer" />
            <Coverage coveragePercent={actual.coveragePercent} hasUnit />
          </div>
        </Link>
      ))}
      <div className="server-row row">
        <b>{t('evaluation.total')}</b>
        <span className="spacer" />
        <b className="num">
          <TotalScore total={total} />
        </b>
        <span className="muted">/ {floorDecimal(total.fullScore, 2)}</span>
      </div>
    </div>
  );
}
