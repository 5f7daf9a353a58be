import { DownloadOutlined } from '@ant-design/icons';
import type { Inspection } from '@opsgauge/contract';
import { useTranslation } from 'react-i18next';
import { inspectionReportUrl } from '../../shared/api/queries.js';
import { useFormats } from '../../shared/format/use-formats.js';
import { Mark } from '../../shared/ui/mark.js';

/** The inspections as two-line rows for a phone. */
export function InspectionRows({ inspections }: { inspections: Inspection[] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  if (!inspections.length) return <p className="muted no-rows">{t('inspection.none')}</p>;
  return inspections.map(({ id, state, requestedAt, completedAt }) => (
    <div className="server-row device-row" key={id}>
      <div className="row">
        <Mark kind={state === 'completed' ? 'up' : 'unknown'} size={12} label={t(`inspection.${state}`)} />
        <span className="num">{formats.dateTime(requestedAt)}</span>
        <span className="spacer" />
        {state === 'completed' && (
          <a className="report-link" href={inspectionReportUrl(id)} download>
            <DownloadOutlined /> DOCX
          </a>
        )}
      </div>
      <div className="sub">
        {t(`inspection.${state}`)}
        {completedAt &&
          ` · ${t('inspection.duration')} ${formats.duration(Date.parse(completedAt) - Date.parse(requestedAt))}`}
      </div>
    </div>
  ));
}
