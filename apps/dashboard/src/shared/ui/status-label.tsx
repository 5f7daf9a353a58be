import { useTranslation } from 'react-i18next';
import type { StatusClass } from '../status.js';
import { Mark } from './mark.js';

/** Mark and word of a status. */
export function StatusLabel({ status }: { status: StatusClass }) {
  const { t } = useTranslation();
  return (
    <span className="status-label">
      <Mark kind={status} />
      <span>{t(`status.${status}`)}</span>
    </span>
  );
}
