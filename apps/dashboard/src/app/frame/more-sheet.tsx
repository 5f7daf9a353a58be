import { UserMenu } from '../../features/session/user-menu.js';
import { LanguageSwitch } from '../../shared/ui/language-switch.js';
import { ThemeSwitch } from '../../shared/ui/theme-switch.js';
import { MoreLinks } from './more-links.js';
import { PlatformHealth } from './platform-health.js';

/** What the phone's header has no room for. */
export const MoreSheet = ({ onChosen }: { onChosen: () => void }) => (
  <div className="more-sheet">
    <MoreLinks onChosen={onChosen} />
    <div className="row">
      <UserMenu onChosen={onChosen} />
      <span className="spacer" />
      <LanguageSwitch />
      <ThemeSwitch />
    </div>
    <PlatformHealth isNarrow={false} />
  </div>
);
