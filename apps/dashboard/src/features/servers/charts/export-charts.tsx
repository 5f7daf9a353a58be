import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { saveCsv } from '../../../shared/files/save-file.js';
import { useFormats } from '../../../shared/format/use-formats.js';
import type { ChartDefinition } from './chart-definitions.js';
import { chartsCsv } from './charts-csv.js';
import { drawnLines, type ChartSource } from './drawn-lines.js';
import type { ChartInput } from './use-charts.js';

interface ExportChartsProps {
  /** Of what the charts are; the file is named so. */
  name: string;
  charts: readonly ChartDefinition[];
  sources: readonly ChartSource[];
  period: ChartInput['period'];
}

/** Saves what the charts show. */
export function ExportCharts({ name, charts, sources, period }: ExportChartsProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const save = () => {
    const drawn = charts.map((definition) => ({
      title: t(`chartTitle.${definition.key}`),
      unit: t(`chartUnit.${definition.unit}`),
      lines: drawnLines(definition, sources, (line) => t(`chartLine.${line}`)),
    }));
    const words = {
      time: `${t('chart.time')} (${formats.timeZone})`,
      bucketSeconds: t('chart.bucketSeconds'),
      mean: t('chart.mean'),
      minimum: t('chart.minimum'),
      maximum: t('chart.maximum'),
      timeText: formats.dateTimeSeconds,
    };
    saveCsv(
      `${name} ${formats.dateTime(period.from)} ${formats.dateTime(period.to)}.csv`,
      chartsCsv(drawn, words),
    );
  };
  return (
    <Button icon={<DownloadOutlined />} onClick={save}>
      {t('chart.exportCsv')}
    </Button>
  );
}
