import type { MaintenanceWindow } from '@opsgauge/contract';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../shared/format/use-formats.js';

/** Why maintenance was, who asked for it, and what the owner said. */
export function WindowReason({
  window: { reason, request, decision, state },
}: {
  window: MaintenanceWindow;
}) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <span className="stacked window-reason">
      <span>{reason}</span>
      {request && (
        <span className="muted">
          {t('window.askedBy', { by: request.by, at: formats.dateTime(request.at) })}
        </span>
      )}
      {decision && (
        <span className="muted">
          {t(`window.decided.${state === 'refused' ? 'refused' : 'approved'}`, {
            by: decision.by,
            at: formats.dateTime(decision.at),
            note: decision.note || t('window.noNote'),
          })}
        </span>
      )}
    </span>
  );
}
