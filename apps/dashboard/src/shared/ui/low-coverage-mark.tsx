import { useTranslation } from 'react-i18next';
import { isCoverageLow } from '../format/figures.js';
import { Mark } from './mark.js';

interface LowCoverageMarkProps {
  coveragePercent: string | null;
  /** Where there is no room, the mark alone; its word is read out all the same. */
  isWordless?: boolean;
}

/** 数据不足 beside a figure that too little was watched for; nothing where enough was. */
export function LowCoverageMark({ coveragePercent, isWordless = false }: LowCoverageMarkProps) {
  const { t } = useTranslation();
  if (!isCoverageLow(coveragePercent)) return null;
  return (
    <span className="low-coverage low-coverage-mark" title={t('coverage.lowHint')}>
      <Mark kind="warning" size={11} label={t('coverage.low')} />
      {!isWordless && t('coverage.low')}
    </span>
  );
}

/** How a figure stands that too little was watched for: it must not look like a result. */
export const uncertainClass = (coveragePercent: string | null): string =>
  isCoverageLow(coveragePercent) ? 'uncertain' : '';
