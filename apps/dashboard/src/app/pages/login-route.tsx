import { useQuery } from '@tanstack/react-query';
import { Navigate, useSearchParams } from 'react-router';
import { LoginPage } from '../../features/session/login-page.js';
import { sessionQuery } from '../../shared/api/queries.js';
import { safePath } from './safe-path.js';

/** The login page; somebody who is logged in goes on to the page that was asked for. */
export function LoginRoute() {
  const [parameters] = useSearchParams();
  const session = useQuery(sessionQuery);
  if (session.data?.user) return <Navigate to={safePath(parameters.get('next'))} replace />;
  return <LoginPage />;
}
