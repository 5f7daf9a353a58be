import { DownloadOutlined } from '@ant-design/icons';
import type { CreatedAlertSource } from '@opsgauge/contract';
import { Button, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { saveFile } from '../../shared/files/save-file.js';
import { OneTimeValue } from '../../shared/ui/one-time-value.js';
import { LocalOnlyAlert, SaveCertificate } from '../../shared/ui/save-certificate.js';
import { alertmanagerConfiguration } from './alertmanager-configuration.js';
import { zabbixMediaType, zabbixMediaTypeFile } from './zabbix-media-type.js';
import { zabbixScript } from './zabbix-script.js';

/** What a monitor is set up with. */
export interface Setup extends Pick<
  CreatedAlertSource,
  'kind' | 'url' | 'token' | 'isLocalOnly' | 'certificate'
> {
  /** The token is shown, this once. */
  readonly isNew: boolean;
}

/** How the monitor is made to send: lines for Alertmanager, a media type for Zabbix. */
export function SourceSetup({ setup, onClose }: { setup: Setup | null; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal
      open={setup !== null}
      onCancel={onClose}
      mask={{ closable: false }}
      width={640}
      title={setup && t(`alertSourceSetup.${setup.kind}.title`)}
      footer={
        <Button type="primary" onClick={onClose}>
          {t('action.done')}
        </Button>
      }
    >
      {setup && (
        <div className="one-time">
          <p>{t(setup.isNew ? 'incoming.tokenOnce' : 'incoming.tokenGone')}</p>
          {setup.kind === 'alertmanager' ? (
            <AlertmanagerSteps setup={setup} />
          ) : (
            <ZabbixSteps setup={setup} />
          )}
          {setup.isLocalOnly && <LocalOnlyAlert title={t('incoming.localOnly')} />}
          {setup.certificate !== null && (
            <SaveCertificate
              pem={setup.certificate}
              text={t(`alertSourceSetup.${setup.kind}.certificateText`)}
            />
          )}
        </div>
      )}
    </Modal>
  );
}

function AlertmanagerSteps({ setup }: { setup: Setup }) {
  const { t } = useTranslation();
  return (
    <>
      <p>{t('alertSourceSetup.alertmanager.text')}</p>
      <OneTimeValue value={alertmanagerConfiguration(setup)} />
    </>
  );
}

function ZabbixSteps({ setup }: { setup: Setup }) {
  const { t } = useTranslation();
  const file = () => new Blob([zabbixMediaType(setup)], { type: 'application/yaml' });
  return (
    <>
      <ol className="steps">
        <li>{t('alertSourceSetup.zabbix.import')}</li>
        <li>{t('alertSourceSetup.zabbix.user')}</li>
        <li>{t('alertSourceSetup.zabbix.action')}</li>
      </ol>
      <Button icon={<DownloadOutlined />} onClick={() => saveFile(zabbixMediaTypeFile, file())}>
        {t('alertSourceSetup.zabbix.download')}
      </Button>
      {setup.isNew && <OneTimeValue value={setup.token} />}
      <details className="zabbix-script">
        <summary>{t('alertSourceSetup.zabbix.script')}</summary>
        <OneTimeValue value={zabbixScript} />
      </details>
    </>
  );
}
