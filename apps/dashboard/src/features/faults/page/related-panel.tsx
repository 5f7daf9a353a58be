import type { FaultDetail } from '@opsgauge/contract';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { FaultStateTag } from '../../../shared/faults/fault-tags.js';
import { useFaultTitle } from '../../../shared/faults/use-fault-title.js';
import { useFormats } from '../../../shared/format/use-formats.js';
import { Panel } from '../../../shared/ui/panel.js';
import '../related-faults.css';

const shownAtFirst = 8;

/** Faults that may have to do with this one; of many the first, and all at a click. */
export function RelatedPanel({ fault }: { fault: FaultDetail }) {
  const { t } = useTranslation();
  const titleOf = useFaultTitle();
  const formats = useFormats();
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? fault.related : fault.related.slice(0, shownAtFirst);
  return (
    <Panel title={t('faultPage.related')} isFlush>
      {fault.related.length === 0 ? (
        <div className="empty muted">{t('faultPage.relatedNone')}</div>
      ) : (
        <ul className="related-faults">
          {shown.map((one) => (
            <li key={one.id}>
              <Link to={`/faults/${one.id}`}>{one.number}</Link>
              <span className="muted num">{formats.dateTime(one.startAt).slice(5)}</span>
              <span className="clipped" title={titleOf(one.title)}>
                {titleOf(one.title)}
              </span>
              <span className="tag outlined">{t(`faultPage.relation.${one.relation}`)}</span>
              <FaultStateTag state={one.state} />
            </li>
          ))}
          {shown.length < fault.related.length && (
            <li className="list-foot">
              <Button size="small" onClick={() => setWhole(true)}>
                {t('faultPage.relatedAll', { value: fault.related.length })}
              </Button>
            </li>
          )}
        </ul>
      )}
    </Panel>
  );
}
