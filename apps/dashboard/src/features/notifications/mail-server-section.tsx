import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keys } from '../../shared/api/keys.js';
import { deleteMailServer, mailServerQuery } from '../../shared/api/notifications.js';
import { FactList } from '../../shared/ui/fact-list.js';
import { QueryState } from '../../shared/ui/query-state.js';
import { DeleteButton } from '../../shared/ui/row-buttons.js';
import { EmptyList } from './empty-list.js';
import { MailServerForm } from './mail-server-form.js';
import { MailTrial } from './mail-trial.js';

/** The mail server through which everything leaves that is mail. */
export function MailServerSection() {
  const { t } = useTranslation();
  const query = useQuery(mailServerQuery);
  const [isOpen, setOpen] = useState(false);
  return (
    <QueryState query={query} errorTitle={t('mail.loadFailed')}>
      {({ server }) => (
        <div className="mail-server">
          {server ? (
            <>
              <FactList
                className="facts-line"
                facts={[
                  [t('mail.host'), `${server.host}:${server.port}`],
                  [t('mail.security'), t(`mailSecurity.${server.security}`)],
                  [t('mail.username'), server.username ?? '—'],
                  [t('mail.from'), `${server.fromName} <${server.fromAddress}>`],
                ]}
              />
              <div className="row">
                <Button onClick={() => setOpen(true)}>{t('action.edit')}</Button>
                <DeleteButton
                  title={t('record.deleteTitle', { name: server.host })}
                  text={t('mail.deleteText')}
                  onDelete={deleteMailServer}
                  refresh={[keys.mailServer, keys.reach]}
                />
              </div>
              <MailTrial />
            </>
          ) : (
            <div className="empty">
              <EmptyList of="mail" />
              <Button type="primary" onClick={() => setOpen(true)}>
                {t('mail.enter')}
              </Button>
            </div>
          )}
          <MailServerForm server={server} isOpen={isOpen} onClose={() => setOpen(false)} />
        </div>
      )}
    </QueryState>
  );
}
