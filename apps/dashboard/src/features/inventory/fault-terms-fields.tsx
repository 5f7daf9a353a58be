import { faultSeverities } from '@opsgauge/domain';
import { Form, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';

const limits = [
  { name: 'responseMinutesMax', maximum: 525_600 },
  { name: 'repairHoursMax', maximum: 8_784 },
] as const;
const others = [
  { name: 'repeatDays', maximum: 366, usual: 30 },
  { name: 'majorMinutes', maximum: 100_000, usual: 30 },
] as const;

/** What a contract says of faults beyond its promises: limits by severity, what is repeated, what is major. */
export function FaultTermsFields() {
  const { t } = useTranslation();
  return (
    <>
      <h3 className="form-heading">{t('faultTerms.title')}</h3>
      <p className="muted">{t('faultTerms.hint')}</p>
      {faultSeverities.map((severity) => (
        <div key={severity} className="form-columns">
          {limits.map(({ name, maximum }, index) => {
            const own = ['faultTerms', severity, name];
            const other = ['faultTerms', severity, limits[1 - index]!.name];
            return (
              <Form.Item
                key={name}
                name={own}
                label={`${t(`severity.${severity}`)} · ${t(`promise.${name}`)}`}
                dependencies={[other]}
                rules={[
                  ({ getFieldValue }) => ({
                    validator: (_, value: number | null) =>
                      value || !getFieldValue(other)
                        ? Promise.resolve()
                        : Promise.reject(t('faultTerms.both')),
                  }),
                ]}
              >
                <InputNumber min={1} max={maximum} precision={0} suffix={t(`promiseUnit.${name}`)} />
              </Form.Item>
            );
          })}
        </div>
      ))}
      <div className="form-columns">
        {others.map(({ name, maximum, usual }) => (
          <Form.Item key={name} name={['faultTerms', name]} label={t(`faultTerms.${name}`)}>
            <InputNumber
              min={1}
              max={maximum}
              precision={0}
              placeholder={t('faultTerms.usual', { value: usual })}
              suffix={t(`faultTerms.${name}Unit`)}
            />
          </Form.Item>
        ))}
      </div>
    </>
  );
}
