import type { Fault } from '@opsgauge/contract';
import { reopenedUntilMs } from '@opsgauge/domain';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../shared/format/use-formats.js';
import { useNow } from '../../../shared/time/clock.js';
import { RootCauseField } from './root-cause-field.js';

/** What closing asks for; while what comes back would still be this fault, it says until when. */
export function ClosingFields({ fault }: { fault: Fault }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useNow();
  const untilMs = fault.recoveredAt === null ? null : reopenedUntilMs(Date.parse(fault.recoveredAt));
  return (
    <>
      {fault.recoveredAt !== null && untilMs !== null && now <= untilMs && (
        <p className="muted form-note">
          {t('faultForm.closeEarlyNote', {
            recovered: formats.dateTime(fault.recoveredAt),
            until: formats.dateTime(untilMs),
          })}
        </p>
      )}
      <RootCauseField />
    </>
  );
}
