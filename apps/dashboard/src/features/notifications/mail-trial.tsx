import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { tryMailServer } from '../../shared/api/notifications.js';
import { TrialOutcome } from './trial.js';
import { useTrials } from './use-trials.js';

/** Sends a test mail to an address, and says what became of it. */
export function MailTrial() {
  const { t } = useTranslation();
  const [address, setAddress] = useState('');
  const [tried, setTried] = useState('');
  const trials = useTrials(tryMailServer);
  const start = () => {
    setTried(address);
    trials.start(address);
  };
  return (
    <form
      className="row mail-trial"
      onSubmit={(event) => {
        event.preventDefault();
        start();
      }}
    >
      <Input
        type="email"
        value={address}
        onChange={(event) => setAddress(event.target.value)}
        placeholder={t('mail.tryAddress')}
        aria-label={t('mail.tryAddress')}
      />
      <Button htmlType="submit" disabled={address === ''} loading={trials.isBusy(address)}>
        {t('notifications.try')}
      </Button>
      {trials.of(tried) && <TrialOutcome trial={trials.of(tried)} />}
    </form>
  );
}
