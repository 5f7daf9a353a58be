import { useQuery } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useLocation } from 'react-router';
import { ReplacePasswordPage } from '../features/session/replace-password-page.js';
import { sessionQuery } from '../shared/api/queries.js';
import { LiveProvider } from '../shared/live/live-provider.js';
import { setHubTime } from '../shared/time/clock.js';
import { TimeZoneProvider } from '../shared/time/organisation.js';
import { ErrorState } from '../shared/ui/error-state.js';

/** Lets through who is logged in; anyone else goes to the login page, which brings them back here. */
export function RequireSession({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const location = useLocation();
  const { data: session, error, refetch, dataUpdatedAt } = useQuery(sessionQuery);
  useEffect(() => {
    if (session) setHubTime(session.serverTime, dataUpdatedAt);
  }, [session, dataUpdatedAt]);
  if (!session) {
    return error ? (
      <ErrorState title={t('login.hubNotReachable')} error={error} onRetry={() => void refetch()} />
    ) : null;
  }
  if (!session.user) {
    const next = `${location.pathname}${location.search}`;
    return <Navigate to={next === '/' ? '/login' : `/login?next=${encodeURIComponent(next)}`} replace />;
  }
  if (session.mustChangePassword) return <ReplacePasswordPage />;
  return (
    <TimeZoneProvider value={session.timeZone}>
      <LiveProvider>{children}</LiveProvider>
    </TimeZoneProvider>
  );
}
