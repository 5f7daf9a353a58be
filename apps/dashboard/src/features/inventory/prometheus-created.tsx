import type { CreatedRemoteWriteSource } from '@opsgauge/contract';
import { Button, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { OneTimeValue } from '../../shared/ui/one-time-value.js';
import { LocalOnlyAlert, SaveCertificate } from '../../shared/ui/save-certificate.js';
import { prometheusConfiguration } from './prometheus-configuration.js';

interface PrometheusCreatedProps {
  created: CreatedRemoteWriteSource | null;
  onClose: () => void;
}

/** The token, shown once, in the lines that Prometheus wants it in, and what it needs besides to get here. */
export function PrometheusCreated({ created, onClose }: PrometheusCreatedProps) {
  const { t } = useTranslation();
  return (
    <Modal
      open={created !== null}
      onCancel={onClose}
      mask={{ closable: false }}
      title={t('prometheus.createdTitle')}
      footer={
        <Button type="primary" onClick={onClose}>
          {t('action.done')}
        </Button>
      }
    >
      {created && (
        <div className="one-time">
          <p>{t('prometheus.createdText')}</p>
          <OneTimeValue value={prometheusConfiguration(created)} />
          {created.isLocalOnly && <LocalOnlyAlert title={t('prometheus.localOnly')} />}
          {created.certificate !== null && (
            <SaveCertificate pem={created.certificate} text={t('prometheus.certificateText')} />
          )}
          <p className="muted">{t('prometheus.createdNext')}</p>
        </div>
      )}
    </Modal>
  );
}
