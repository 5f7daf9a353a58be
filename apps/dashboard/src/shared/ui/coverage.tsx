import { useTranslation } from 'react-i18next';
import { isCoverageLow, noValue, percent, percentDigits } from '../format/figures.js';
import { Mark } from './mark.js';

interface CoverageProps {
  coveragePercent: string | null;
  hasUnit?: boolean;
}

/** A coverage; below 95 % in amber with a mark, since the figure beside it then is not scored. */
export function Coverage({ coveragePercent, hasUnit = false }: CoverageProps) {
  const { t } = useTranslation();
  if (coveragePercent === null) return <span className="no-data">{noValue}</span>;
  const text = hasUnit ? percent(coveragePercent, 1) : percentDigits(coveragePercent, 1);
  if (!isCoverageLow(coveragePercent)) return <span className="muted">{text}</span>;
  return (
    <span className="low-coverage" title={t('coverage.lowHint')}>
      <Mark kind="warning" size={11} label={t('coverage.low')} />
      {text}
    </span>
  );
}
