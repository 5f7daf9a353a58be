import { useQuery } from '@tanstack/react-query';
import { Navigate, useSearchParams } from 'react-router';
import { LoginPage } from '../../features/session/login-page.js';
import { sessionQuery } from '../../shared/api/queries.js';

/** Only a path of this site: an address from outside must not be a place to be sent to. */
export const safePath = (next: string | null): string =>
  next && next.startsWith('/') && !next.startsWith('//') && !next.startsWith('/\\') ? next : '/';

/** The login page; somebody who is logged in goes on to the page that was asked for. */
export function LoginRoute() {
  const [parameters] = useSearchParams();
  const session = useQuery(sessionQuery);
  if (session.data?.user) return <Navigate to={safePath(parameters.get('next'))} replace />;
  return <LoginPage />;
}
