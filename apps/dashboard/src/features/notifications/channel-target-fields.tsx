import type { ChannelKind } from '@opsgauge/contract';
import { Checkbox, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';

interface ChannelTargetFieldsProps {
  kind: ChannelKind;
  /** Its secrets are kept where nothing new is entered. */
  isKnown: boolean;
  hasSecret: boolean;
}

/** Where a channel leads: addresses, or a webhook and what it is signed with. */
export function ChannelTargetFields({ kind, isKnown, hasSecret }: ChannelTargetFieldsProps) {
  const { t } = useTranslation();
  const signatureHint = kind === 'json' ? 'channel.requestSignatureHint' : 'channel.signatureHint';
  const missing = { required: !isKnown, message: t('form.missing') };
  if (kind === 'mail') {
    return (
      <Form.Item
        name="addresses"
        label={t('channel.addresses')}
        extra={t('channel.addressesHint')}
        rules={[{ required: true, message: t('form.missing') }]}
      >
        <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={[',', ';', ' ', '，', '；']} />
      </Form.Item>
    );
  }
  return (
    <>
      <Form.Item
        name="url"
        label={t('channel.url')}
        extra={isKnown ? t('channel.keptHint') : t(`channelUrlHint.${kind}`)}
        rules={[missing]}
      >
        <Input autoComplete="off" placeholder="https://" />
      </Form.Item>
      {kind !== 'wecom' && (
        <Form.Item
          name="signatureSecret"
          label={t('channel.signatureSecret')}
          extra={t(hasSecret ? 'channel.keptHint' : signatureHint)}
        >
          <Input.Password autoComplete="new-password" maxLength={200} />
        </Form.Item>
      )}
      {hasSecret && (
        <Form.Item name="isSecretRemoved" valuePropName="checked">
          <Checkbox>{t('channel.removeSecret')}</Checkbox>
        </Form.Item>
      )}
    </>
  );
}
