import type { AdditionalReadings } from '@opsgauge/contract';
import { useTranslation } from 'react-i18next';
import { Mark } from '../../../shared/ui/mark.js';
import { knownCollector, problemCause } from './problem-cause.js';

/** What the agent could not read, or only in part: in plain words, with its own beside them. */
export function ProblemList({ problems }: { problems: NonNullable<AdditionalReadings['problems']> }) {
  const { t } = useTranslation();
  return (
    <ul className="problems">
      {problems.map(({ collector, reason }) => {
        const known = knownCollector(collector);
        return (
          <li key={`${collector} ${reason}`}>
            <Mark kind="warning" size={14} />
            <span>
              <b>{known ? t(`collector.${known}`) : collector}</b> {t(`problemCause.${problemCause(reason)}`)}{' '}
              <span className="mono muted">{reason}</span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
