import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageSwitch } from '../../shared/ui/language-switch.js';
import { ThemeSwitch } from '../../shared/ui/theme-switch.js';

/** The card that stands before the product: login, invitation, a password to be replaced. */
export function Entrance({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <div className="login">
      <div className="login-switches">
        <LanguageSwitch />
        <ThemeSwitch />
      </div>
      <main className="login-card">
        <header>
          <img src="/icon.svg" width={32} height={32} alt="" />
          <h1>
            运衡 <span>OpsGauge</span>
          </h1>
        </header>
        <p className="muted">{t('product.purpose')}</p>
        {children}
      </main>
    </div>
  );
}
