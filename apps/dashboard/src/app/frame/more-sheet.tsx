import { UserMenu } from '../../features/session/user-menu.js';
import { LanguageSwitch } from '../../shared/ui/language-switch.js';
import { ThemeSwitch } from '../../shared/ui/theme-switch.js';
import { PlatformHealth } from './platform-health.js';

/** What the phone's header has no room for. */
export const MoreSheet = () => (
  <div className="more-sheet">
    <div className="row">
      <UserMenu />
      <span className="spacer" />
      <LanguageSwitch />
      <ThemeSwitch />
    </div>
    <PlatformHealth isNarrow={false} />
  </div>
);
