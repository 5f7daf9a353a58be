import { maintenanceLateMs } from '@opsgauge/contract';
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { instantOf } from '../../../shared/format/zone-instants.js';
import { hubNow } from '../../../shared/time/clock.js';
import { useTimeZone } from '../../../shared/time/organisation.js';
import { useZoneNote } from '../../../shared/time/use-zone-note.js';

/** From when until when, on the organisation's clocks; `mayBePast` for what is asked for afterwards. */
export function WindowTimeFields({ mayBePast }: { mayBePast: boolean }) {
  const { t } = useTranslation();
  const timeZone = useTimeZone();
  const zoneNote = useZoneNote();
  const missing = { required: true, message: t('form.missing') };
  return (
    <>
      <div className="form-columns">
        <Form.Item
          name="from"
          label={t('intervals.from')}
          extra={t(mayBePast ? 'window.mayBePast' : 'window.notLate')}
          rules={[
            missing,
            {
              validator: (_, from: string) =>
                mayBePast || !from || Date.parse(instantOf(from, timeZone)) >= hubNow() - maintenanceLateMs
                  ? Promise.resolve()
                  : Promise.reject(t('error.in_the_past')),
            },
          ]}
        >
          <Input type="datetime-local" />
        </Form.Item>
        <Form.Item
          name="to"
          label={t('intervals.to')}
          dependencies={['from']}
          rules={[
            missing,
            ({ getFieldValue }) => ({
              validator: (_, to: string) =>
                !to || to > getFieldValue('from')
                  ? Promise.resolve()
                  : Promise.reject(t('window.endsBefore')),
            }),
          ]}
        >
          <Input type="datetime-local" />
        </Form.Item>
      </div>
      <p className="muted form-note">{zoneNote}</p>
    </>
  );
}
