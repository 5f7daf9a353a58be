import { Frame } from './frame/frame.js';
import { RequireSession } from './require-session.js';

/** Everything that needs a login, in its frame. */
export const SignedIn = () => (
  <RequireSession>
    <Frame />
  </RequireSession>
);
