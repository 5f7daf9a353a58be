import type { RecoveryCodes, TotpSetup } from '@opsgauge/contract';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keys } from '../../shared/api/keys.js';
import { confirmTotp, setUpTotp, turnOffTotp } from '../../shared/api/personal.js';
import { useChange } from '../../shared/api/use-change.js';
import { Mark } from '../../shared/ui/mark.js';
import { Panel } from '../../shared/ui/panel.js';
import { CodeForm } from './code-form.js';
import { RecoveryCodeList } from './recovery-code-list.js';
import { TotpSetupBox } from './totp-setup-box.js';

/** The optional second factor: off, being set up, just turned on (recovery codes are shown once), or on. */
export function SecondFactorPanel({ isOn }: { isOn: boolean }) {
  const { t } = useTranslation();
  const [codes, setCodes] = useState<string[] | null>(null);
  const [isLeaving, setLeaving] = useState(false);
  const begin = useChange<void, TotpSetup>({ change: setUpTotp, refresh: [] });
  const confirm = useChange<{ code: string }, RecoveryCodes>({
    change: confirmTotp,
    refresh: [keys.session],
    onDone: ({ recoveryCodes }) => {
      setCodes(recoveryCodes);
      begin.reset();
    },
    isErrorShown: true,
  });
  const leave = useChange({
    change: turnOffTotp,
    refresh: [keys.session],
    done: t('totp.turnedOff'),
    onDone: () => setLeaving(false),
    isErrorShown: true,
  });
  const body = () => {
    if (codes) return <RecoveryCodeList codes={codes} onDone={() => setCodes(null)} />;
    if (begin.data)
      return (
        <TotpSetupBox setup={begin.data}>
          <CodeForm
            label={t('totp.firstCode')}
            submit={t('totp.turnOn')}
            change={confirm}
            onCancel={() => begin.reset()}
          />
        </TotpSetupBox>
      );
    if (isOn && isLeaving)
      return (
        <CodeForm
          label={t('totp.codeToLeave')}
          submit={t('totp.turnOff')}
          change={leave}
          onCancel={() => setLeaving(false)}
          isLeaving
        />
      );
    return (
      <div className="one-time">
        <span className="status-label">
          <Mark kind={isOn ? 'up' : 'out-of-service'} label={t(isOn ? 'account.on' : 'account.off')} />
          {t(isOn ? 'totp.isOn' : 'totp.isOff')}
        </span>
        <p className="muted">{t('totp.explanation')}</p>
        <div>
          {isOn ? (
            <Button danger onClick={() => setLeaving(true)}>
              {t('totp.turnOff')}
            </Button>
          ) : (
            <Button type="primary" loading={begin.isPending} onClick={() => begin.mutate()}>
              {t('totp.setUp')}
            </Button>
          )}
        </div>
      </div>
    );
  };
  return <Panel title={t('totp.title')}>{body()}</Panel>;
}
