import { Checkbox, Form, Input, InputNumber, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';

/** Where a probe goes and what it has to find there, by its kind. */
export function TargetFields() {
  const { t } = useTranslation();
  const kind = Form.useWatch<string>(['target', 'kind']);
  const method = Form.useWatch<string>(['target', 'method']);
  const required = [{ required: true, message: t('form.missing') }];
  return (
    <>
      <Form.Item name={['target', 'kind']} label={t('probe.kind')}>
        <Segmented
          options={(['http', 'tcp', 'icmp'] as const).map((value) => ({
            value,
            label: t(`probeKind.${value}`),
          }))}
        />
      </Form.Item>
      {kind === 'http' ? (
        <>
          <Form.Item name={['target', 'url']} label={t('probe.url')} rules={required}>
            <Input maxLength={2000} placeholder="https://" />
          </Form.Item>
          <Form.Item name={['target', 'method']} label={t('probe.method')}>
            <Segmented
              options={(['GET', 'HEAD'] as const).map((value) => ({
                value,
                label: t(`probeMethod.${value}`),
              }))}
            />
          </Form.Item>
          <Form.Item
            name={['target', 'expectedStatus']}
            label={t('probe.expectedStatus')}
            extra={t('probe.expectedStatusHint')}
          >
            <InputNumber min={100} max={599} precision={0} />
          </Form.Item>
          <Form.Item
            name={['target', 'expectedText']}
            label={t('probe.expectedText')}
            hidden={method === 'HEAD'}
          >
            <Input maxLength={500} />
          </Form.Item>
          <Form.Item name={['target', 'followsRedirects']} valuePropName="checked">
            <Checkbox>{t('probe.followsRedirects')}</Checkbox>
          </Form.Item>
          <Form.Item name={['target', 'verifiesCertificate']} valuePropName="checked">
            <Checkbox>{t('probe.verifiesCertificate')}</Checkbox>
          </Form.Item>
        </>
      ) : (
        <>
          <Form.Item name={['target', 'host']} label={t('probe.host')} rules={required}>
            <Input maxLength={253} />
          </Form.Item>
          <Form.Item
            name={['target', 'port']}
            label={t('probe.port')}
            rules={kind === 'tcp' ? required : []}
            extra={kind === 'icmp' && t('probe.portHint')}
          >
            <InputNumber min={1} max={65_535} precision={0} />
          </Form.Item>
        </>
      )}
    </>
  );
}
