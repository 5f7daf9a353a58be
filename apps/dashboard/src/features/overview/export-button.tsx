import { DownloadOutlined } from '@ant-design/icons';
import type { Server } from '@opsgauge/contract';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { saveCsv } from '../../shared/files/save-file.js';
import { useFormats } from '../../shared/format/use-formats.js';
import { hubNow } from '../../shared/time/clock.js';
import { listCsv } from './list-csv.js';

/** Saves the servers that the filter lets through, in their order. */
export function ExportButton({ servers }: { servers: readonly Server[] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const save = () =>
    saveCsv(
      `${t('overview.servers')} ${formats.dateTime(hubNow())}.csv`,
      listCsv(servers, t, formats.dateTimeSeconds),
    );
  const name = t('overview.exportCsv');
  return <Button icon={<DownloadOutlined />} onClick={save} aria-label={name} title={name} />;
}
