import type { System } from '@opsgauge/contract';
import { useTranslation } from 'react-i18next';
import { noValue } from '../../shared/format/figures.js';

/** How many components there are, and of which kind. */
export function SystemComponents({ system }: { system: System }) {
  const { t } = useTranslation();
  const { components, groups } = system;
  if (!components.length) return <span className="no-data">{noValue}</span>;
  const critical = components.filter(({ isCritical, groupName }) => isCritical && groupName === null).length;
  return (
    <span className="names" title={components.map(({ serverName }) => serverName).join('、')}>
      <span>{t('overview.serverCount', { value: components.length })}</span>
      {critical > 0 && <span className="tag brand">{t('system.criticalCount', { value: critical })}</span>}
      {groups.map(({ name, requiredCount }) => (
        <span key={name} className="tag outlined">
          {t('system.groupCount', {
            name,
            required: requiredCount,
            value: components.filter(({ groupName }) => groupName === name).length,
          })}
        </span>
      ))}
    </span>
  );
}
