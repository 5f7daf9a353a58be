import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { sessionQuery } from '../../shared/api/queries.js';
import { PageHead } from '../../shared/ui/page-head.js';
import { Panel } from '../../shared/ui/panel.js';
import { PasswordForm } from '../../shared/password/password-form.js';
import { ApiTokensPanel } from './api-tokens-panel.js';
import { SecondFactorPanel } from './second-factor-panel.js';
import { SessionsPanel } from './sessions-panel.js';

/** One's own account: password, second factor, logins and API tokens. */
export function PersonalPage() {
  const { t } = useTranslation();
  const { data } = useQuery(sessionQuery);
  const user = data?.user;
  return (
    <>
      <PageHead
        title={t('navigation.personal')}
        help="personal"
        note={user && `${user.displayName} · ${user.username} · ${t(`role.${user.role}`)}`}
      />
      <div className="two-columns">
        <Panel title={t('password.title')}>
          <PasswordForm />
        </Panel>
        <SecondFactorPanel isOn={user?.hasTotp ?? false} />
      </div>
      <SessionsPanel />
      <ApiTokensPanel />
    </>
  );
}
