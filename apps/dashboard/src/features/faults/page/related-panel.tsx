import type { FaultDetail } from '@opsgauge/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { FaultStateTag } from '../../../shared/faults/fault-tags.js';
import { useFaultTitle } from '../../../shared/faults/use-fault-title.js';
import { useFormats } from '../../../shared/format/use-formats.js';
import { Panel } from '../../../shared/ui/panel.js';

/** Faults that may have to do with this one. */
export function RelatedPanel({ fault }: { fault: FaultDetail }) {
  const { t } = useTranslation();
  const titleOf = useFaultTitle();
  const formats = useFormats();
  return (
    <Panel title={t('faultPage.related')} isFlush>
      {fault.related.length === 0 ? (
        <div className="empty muted">{t('faultPage.relatedNone')}</div>
      ) : (
        <ul className="related-faults">
          {fault.related.map((one) => (
            <li key={one.id}>
              <Link to={`/faults/${one.id}`}>{one.number}</Link>
              <span className="muted num">{formats.dateTime(one.startAt).slice(5)}</span>
              <span className="clipped">{titleOf(one.title)}</span>
              <span className="spacer" />
              <span className="tag outlined">{t(`faultPage.relation.${one.relation}`)}</span>
              <FaultStateTag state={one.state} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
