import type { StatusInterval } from '@opsgauge/contract';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../shared/format/use-formats.js';
import { StatusLabel } from '../../../shared/ui/status-label.js';
import { EvidenceText } from '../../../shared/ui/evidence-text.js';
import type { Member } from './members.js';

export interface SampleIntervalProps {
  interval: { from: string; to: string };
  /** Null where the figures were counted anew since the address was cited: its samples still stand. */
  statusInterval: StatusInterval | null;
  components: readonly Member[];
  serverId: string | null;
  onServer: (serverId: string) => void;
}

/** Which interval's samples are shown, how it was read, and of which server. */
export function SampleInterval({
  interval,
  statusInterval,
  components,
  serverId,
  onServer,
}: SampleIntervalProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const lengthMs = Date.parse(interval.to) - Date.parse(interval.from);
  return (
    <dl className="key-values">
      <div>
        <dt>{t('samples.interval')}</dt>
        <dd className="num">
          {formats.dateTimeMilliseconds(interval.from)} → {formats.dateTimeMilliseconds(interval.to)}
          <span className="muted interval-length">{formats.exactDuration(lengthMs)}</span>
        </dd>
      </div>
      {statusInterval && (
        <div>
          <dt>{t('column.status')}</dt>
          <dd className="row">
            <StatusLabel status={statusInterval.class} /> <EvidenceText interval={statusInterval} />
          </dd>
        </div>
      )}
      <div>
        <dt>{t('column.server')}</dt>
        <dd>
          <Select
            size="small"
            className="component-select"
            aria-label={t('column.server')}
            value={serverId}
            onChange={onServer}
            options={components.map((one) => ({ value: one.serverId, label: one.serverName }))}
          />
        </dd>
      </div>
    </dl>
  );
}
