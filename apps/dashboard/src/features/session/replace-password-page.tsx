import { useTranslation } from 'react-i18next';
import { useTitle } from '../../shared/ui/use-title.js';
import { PasswordForm } from '../../shared/password/password-form.js';
import { Entrance } from './entrance.js';
import { LogOutButton } from './log-out-button.js';

/** A generated password is replaced before anything else: others have seen it. */
export function ReplacePasswordPage() {
  const { t } = useTranslation();
  useTitle(t('password.replaceTitle'));
  return (
    <Entrance>
      <h2>{t('password.replaceTitle')}</h2>
      <p className="muted">{t('password.replaceText')}</p>
      <PasswordForm />
      <LogOutButton />
    </Entrance>
  );
}
