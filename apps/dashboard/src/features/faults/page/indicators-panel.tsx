import type { FaultClock, FaultDetail } from '@opsgauge/contract';
import { useTranslation } from 'react-i18next';
import { FactList, type Fact } from '../../../shared/ui/fact-list.js';
import { Panel } from '../../../shared/ui/panel.js';

type Counted = 'onTime' | 'late' | 'notDue' | 'autoRecovered' | 'none';

/** How a clock counts in its rate. */
const countedOf = ({ state }: FaultClock): Counted => {
  switch (state) {
    case 'met':
      return 'onTime';
    case 'missed':
      return 'late';
    case 'autoRecovered':
      return 'autoRecovered';
    case 'running':
    case 'paused':
      return 'notDue';
    case 'notDue':
      return 'none';
  }
};

/** Which indicators the fault counts in, and how. */
export function IndicatorsPanel({ fault }: { fault: FaultDetail }) {
  const { t } = useTranslation();
  const isCounted = !fault.isExcluded && fault.mergedIntoFaultId === null;
  const word = (counted: Counted) => t(`faultPage.counted.${isCounted ? counted : 'none'}`);
  const count = (isMeant: boolean) =>
    isMeant && isCounted ? t('faultPage.counts') : t('faultPage.counted.none');
  const facts: Fact[] = [
    [t('faultFigure.repairTimelyRate'), word(countedOf(fault.repair))],
    [t('faultFigure.responseTimelyRate'), word(countedOf(fault.response))],
    [t('faultFigure.faultCount'), count(true)],
    [t('faultPage.major'), count(fault.major.isMajor)],
    [t('faultFigure.repeatRate'), count(fault.related.some(({ relation }) => relation === 'repeated'))],
  ];
  return (
    <Panel title={t('faultPage.indicators')}>
      <FactList className="indicator-facts" facts={facts} />
    </Panel>
  );
}
