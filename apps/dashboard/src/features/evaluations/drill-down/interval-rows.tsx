import type { StatusInterval } from '@opsgauge/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../../../shared/format/use-formats.js';
import { StatusLabel } from '../../../shared/ui/status-label.js';
import { EvidenceText } from '../../../shared/ui/evidence-text.js';

interface IntervalRowsProps {
  intervals: StatusInterval[];
  linkOf: (interval: StatusInterval) => string;
}

/** Status intervals as two-line rows for a phone. */
export function IntervalRows({ intervals, linkOf }: IntervalRowsProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  if (!intervals.length) return <p className="muted">{t('intervals.none')}</p>;
  return (
    <div className="framed-table interval-table">
      {intervals.map((interval) => (
        <Link className="server-row" key={interval.from} to={linkOf(interval)}>
          <div className="row">
            <StatusLabel status={interval.class} />
            <EvidenceText interval={interval} />
            <span className="spacer" />
            <b className="num">{formats.duration(Date.parse(interval.to) - Date.parse(interval.from))}</b>
          </div>
          <div className="sub num">
            {formats.shortDateTime(interval.from)} → {formats.shortDateTime(interval.to)}
          </div>
        </Link>
      ))}
    </div>
  );
}
