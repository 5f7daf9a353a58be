import { LanguageSwitch } from '../../shared/ui/language-switch.js';
import { ThemeSwitch } from '../../shared/ui/theme-switch.js';
import { FaultBell } from '../../features/faults/bell/fault-bell.js';
import { UserMenu } from '../../features/session/user-menu.js';
import { LiveClock } from './live-clock.js';
import { SearchBox } from './search-box.js';

export function TopBar() {
  return (
    <header className="top">
      <SearchBox />
      <span className="spacer" />
      <LiveClock />
      <FaultBell />
      <LanguageSwitch />
      <ThemeSwitch />
      <UserMenu />
    </header>
  );
}
