import type { CreatedRemoteWriteSource } from '@opsgauge/contract';
import { Button, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { OneTimeValue } from '../../shared/ui/one-time-value.js';

/** What goes into prometheus.yml; only node_exporter's series are sent, since no others are read. */
const configurationOf = (url: string, token: string): string => `remote_write:
  - url: ${url}/api/v1/remote-write
    authorization:
      credentials: ${token}
    write_relabel_configs:
      - source_labels: [__name__]
        regex: node_.*
        action: keep
`;

interface PrometheusCreatedProps {
  created: CreatedRemoteWriteSource | null;
  onClose: () => void;
}

/** The token, shown once, in the lines that Prometheus wants it in. */
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
      <div className="one-time">
        <p>{t('prometheus.createdText')}</p>
        <OneTimeValue value={configurationOf(window.location.origin, created?.token ?? '')} />
        <p className="muted">{t('prometheus.createdNext')}</p>
      </div>
    </Modal>
  );
}
