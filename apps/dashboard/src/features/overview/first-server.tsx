import { useTranslation } from 'react-i18next';
import { useMay } from '../../shared/permissions.js';
import { AddServerSteps } from './add-server-steps.js';
import { EnrolmentCommand } from './enrolment-command.js';

/** First use: why the page is empty, and how the first server comes onto it. */
export function FirstServer() {
  const { t } = useTranslation();
  const mayAdd = useMay('addServers');
  return (
    <section className="panel">
      <div className="empty first-server">
        <svg
          width="56"
          height="40"
          viewBox="0 0 56 40"
          fill="none"
          stroke="var(--lineStrong)"
          strokeWidth="1.5"
          aria-hidden="true"
        >
          <rect x="4" y="4" width="48" height="13" rx="3" />
          <rect x="4" y="23" width="48" height="13" rx="3" strokeDasharray="4 3" />
          <path d="M11 10.5h.1M11 29.5h.1M17 10.5h14M17 29.5h14" strokeWidth="2" strokeLinecap="round" />
        </svg>
        <b>{t('addServer.emptyTitle')}</b>
        {mayAdd ? (
          <>
            <AddServerSteps />
            <EnrolmentCommand />
          </>
        ) : (
          <span className="muted">{t('addServer.notYours')}</span>
        )}
      </div>
    </section>
  );
}
