import { DownloadOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { certificateFile } from '../files/certificate-file.js';
import { saveFile } from '../files/save-file.js';
import { Mark } from './mark.js';

/** The hub's own certificate, for a program that has to trust it. */
export function SaveCertificate({ pem, text }: { pem: string; text: string }) {
  const { t } = useTranslation();
  const save = () => saveFile(certificateFile, new Blob([pem], { type: 'application/x-pem-file' }));
  return (
    <div>
      <p>{text}</p>
      <Button icon={<DownloadOutlined />} onClick={save}>
        {t('hubReach.saveCertificate')} ({certificateFile})
      </Button>
    </div>
  );
}

/** Says that no other machine reaches the address that was given. */
export function LocalOnlyAlert({ title }: { title: string }) {
  const { t } = useTranslation();
  return (
    <Alert
      type="warning"
      showIcon
      icon={<Mark kind="warning" size={16} />}
      title={title}
      description={t('hubReach.localOnlyText')}
    />
  );
}
