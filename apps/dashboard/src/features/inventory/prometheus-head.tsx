import type { RemoteWriteSource } from '@opsgauge/contract';
import { useTranslation } from 'react-i18next';
import { keys } from '../../shared/api/keys.js';
import { deleteRemoteWriteSource } from '../../shared/api/remote-write.js';
import { DeleteButton } from '../../shared/ui/row-buttons.js';

/** A Prometheus by its name, how many of its hosts wait, and what can be done to it. */
export function PrometheusHead({ source }: { source: RemoteWriteSource }) {
  const { t } = useTranslation();
  const waiting = source.instances.filter(({ serverId }) => serverId === null).length;
  return (
    <div className="section-bar source-head">
      <span className="names">
        <b>{source.name}</b>
        {waiting > 0 && (
          <span className="tag warning">{t('prometheus.waitingCount', { value: waiting })}</span>
        )}
      </span>
      <DeleteButton
        title={t('prometheus.deleteTitle', { name: source.name })}
        text={t('prometheus.deleteText')}
        onDelete={() => deleteRemoteWriteSource(source.id)}
        refresh={[keys.remoteWriteSources]}
      />
    </div>
  );
}
