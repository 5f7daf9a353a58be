import { useQuery } from '@tanstack/react-query';
import { Form } from 'antd';
import { useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { maintenancePreviewQuery } from '../../../shared/api/inventory.js';
import { useFormats } from '../../../shared/format/use-formats.js';
import { FormError } from '../../../shared/ui/form-error.js';
import { useTimeZone } from '../../../shared/time/organisation.js';
import { timesOf, type WindowValues } from './window-values.js';

const isComplete = (values: Partial<WindowValues> | undefined): values is WindowValues =>
  Boolean(
    values?.from &&
    values.to &&
    values.recurrence?.interval &&
    (values.recurrence.ends === 'count' ? values.recurrence.count : values.recurrence.until),
  );

/** The first five occurrences of what the form holds, as the hub reckons them. */
export function RecurrencePreview() {
  const { t } = useTranslation();
  const formats = useFormats();
  const timeZone = useTimeZone();
  const values = Form.useWatch<Partial<WindowValues> | undefined>([]);
  const times = useDeferredValue(isComplete(values) ? JSON.stringify(timesOf(values, timeZone)) : null);
  const { data, error } = useQuery(maintenancePreviewQuery(times));
  return (
    <section className="recurrence-preview" aria-live="polite">
      <h3>{t('recurrence.preview')}</h3>
      {times === null && <p className="muted">{t('recurrence.previewWaits')}</p>}
      {times !== null && error && <FormError error={error} />}
      {times !== null && data && (
        <>
          <ol className="num">
            {data.items.map(({ from, to }) => (
              <li key={from}>
                {t('evaluation.fromTo', { from: formats.dateTime(from), to: formats.dateTime(to) })}
              </li>
            ))}
          </ol>
          <p className="muted">
            {t('recurrence.previewMore', { count: data.count, until: formats.dateTime(data.until) })}
          </p>
        </>
      )}
    </section>
  );
}
