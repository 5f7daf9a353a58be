import { DownloadOutlined } from '@ant-design/icons';
import type { CreatedRemoteWriteSource } from '@opsgauge/contract';
import { Alert, Button, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { saveFile } from '../../shared/files/save-file.js';
import { Mark } from '../../shared/ui/mark.js';
import { OneTimeValue } from '../../shared/ui/one-time-value.js';
import { certificateFile, prometheusConfiguration } from './prometheus-configuration.js';

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
          {created.isLocalOnly && (
            <Alert
              type="warning"
              showIcon
              icon={<Mark kind="warning" size={16} />}
              title={t('prometheus.localOnly')}
              description={t('prometheus.localOnlyText')}
            />
          )}
          {created.certificate !== null && <CertificateToSave pem={created.certificate} />}
          <p className="muted">{t('prometheus.createdNext')}</p>
        </div>
      )}
    </Modal>
  );
}

function CertificateToSave({ pem }: { pem: string }) {
  const { t } = useTranslation();
  const save = () => saveFile(certificateFile, new Blob([pem], { type: 'application/x-pem-file' }));
  return (
    <div>
      <p>{t('prometheus.certificateText')}</p>
      <Button icon={<DownloadOutlined />} onClick={save}>
        {t('prometheus.saveCertificate')} ({certificateFile})
      </Button>
    </div>
  );
}
