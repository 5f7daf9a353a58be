import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showToken } from '../../shared/api/client.js';
import { wallSessionQuery } from '../../shared/api/wall.js';
import { cssVariables } from '../../shared/theme/theme-mode.js';
import { setHubTime } from '../../shared/time/clock.js';
import { TimeZoneProvider } from '../../shared/time/organisation.js';
import { useTitle } from '../../shared/ui/use-title.js';
import { displayToken } from './display-token.js';
import { WallEnded } from './wall-ended.js';
import { WallPage } from './wall-page.js';
import './wall.css';

/** Shows the token of the address, if there is one, before anything is asked of the hub. */
function useDisplayToken(): boolean {
  const [token] = useState(() => {
    const found = displayToken(window.location.hash);
    showToken(found);
    return found;
  });
  useEffect(() => () => showToken(null), []);
  return token !== null;
}

/**
 * The wall display, without the frame. It comes in by a login or by a display's token, asks every minute whether that
 * still holds, and goes on by itself once it does again.
 */
export function WallGate() {
  const { t } = useTranslation();
  const isByToken = useDisplayToken();
  const { data: session, isError, dataUpdatedAt } = useQuery(wallSessionQuery);
  useTitle(t('wall.title'));
  useEffect(() => {
    if (session) setHubTime(session.serverTime, dataUpdatedAt);
  }, [session, dataUpdatedAt]);
  return (
    <div className="wall" style={cssVariables('dark')} data-mode="dark">
      {session?.user ? (
        <TimeZoneProvider value={session.timeZone}>
          <WallPage isByToken={isByToken} />
        </TimeZoneProvider>
      ) : (
        (session !== undefined || isError) && (
          <WallEnded reason={session === undefined ? 'unreachable' : isByToken ? 'token' : 'session'} />
        )
      )}
    </div>
  );
}
