import type { Server } from '@opsgauge/contract';
import type { TFunction } from 'i18next';
import { csvText } from '../../shared/files/csv-text.js';
import { megabits, noValue } from '../../shared/format/figures.js';
import type { Moment } from '../../shared/format/times.js';
import { currentValues } from '../../shared/status.js';

const emptyAs = (text: string): string | null => (text === noValue ? null : text.replaceAll(',', ''));
const decimal = (value: string | null): number | null => (value === null ? null : Number(value));

/**
 * The list as it stands on screen, for a spreadsheet: of a server that is not heard of no values, as there.
 *
 * @param timeText how a moment is written, in the organisation's zone
 */
export function listCsv(
  servers: readonly Server[],
  t: TFunction,
  timeText: (moment: Moment) => string,
): string {
  const header = [
    t('column.status'),
    t('column.server'),
    t('server.hostname'),
    t('server.address'),
    t('column.system'),
    `${t('metric.cpu')} %`,
    `${t('metric.memory')} %`,
    `${t('metric.disk')} %`,
    `${t('metric.receive')} Mb/s`,
    `${t('metric.transmit')} Mb/s`,
    t('column.lastReport'),
    `${t('column.monthAvailability')} %`,
    `${t('column.coverage')} %`,
  ];
  const rows = servers.map((server) => {
    const values = currentValues(server);
    return [
      t(`status.${server.status}`),
      server.name,
      server.hostname,
      server.address,
      server.systemName,
      values?.cpuPercent,
      values?.memoryUsedPercent,
      values?.diskUsedPercent,
      emptyAs(megabits(values?.networkReceiveBytesPerSecond)),
      emptyAs(megabits(values?.networkTransmitBytesPerSecond)),
      server.lastReportAt && timeText(server.lastReportAt),
      decimal(server.monthAvailabilityPercent),
      decimal(server.monthCoveragePercent),
    ];
  });
  return csvText(header, rows);
}
