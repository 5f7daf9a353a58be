import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { reachQuery } from '../../shared/api/notifications.js';

const namedMax = 5;

/** Warns of systems of whose faults nobody would hear; nothing where somebody would of each. */
export function ReachAlert() {
  const { t } = useTranslation();
  const { data } = useQuery(reachQuery);
  if (!data || data.silentSystems.length === 0) return null;
  const names = data.silentSystems.slice(0, namedMax).map(({ name }) => name);
  const rest = data.silentSystems.length - names.length;
  const list = names.join(t('notifications.listSeparator'));
  return (
    <Alert
      className="reach-alert"
      type="warning"
      showIcon
      title={t('notifications.silent', { value: data.silentSystems.length })}
      description={
        <>
          {rest > 0 ? t('notifications.silentAndMore', { names: list, value: rest }) : list}
          <br />
          {t('notifications.silentNext')}
          {!data.isMailServerSet && t('notifications.silentMail')}
        </>
      }
    />
  );
}
