import { useQuery } from '@tanstack/react-query';
import { Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { healthQuery } from '../../shared/api/queries.js';
import { Mark } from '../../shared/ui/mark.js';

/** How the platform itself is, at the foot of the navigation. */
export function PlatformHealth({ isNarrow }: { isNarrow: boolean }) {
  const { t } = useTranslation();
  const { data, isError, isPending } = useQuery(healthQuery);
  if (isPending) return null;
  const state = isError || !data ? 'unreachable' : data.status;
  const title = t(`platform.${state}`);
  const kind = state === 'ok' ? 'up' : state === 'degraded' ? 'warning' : 'down';
  const detail = data
    ? `${t('platform.version', { version: data.version })} · PostgreSQL ${data.database.version?.split(' ')[0] ?? '—'}`
    : t('platform.retrying');
  if (isNarrow) {
    return (
      <Tooltip title={`${title} · ${detail}`} placement="right">
        <div className="platform">
          <Mark kind={kind} label={title} />
        </div>
      </Tooltip>
    );
  }
  return (
    <div className="platform">
      <div>
        <Mark kind={kind} size={12} label={title} />
        {title}
      </div>
      <div className="muted">{detail}</div>
    </div>
  );
}
