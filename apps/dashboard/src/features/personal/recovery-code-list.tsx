import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../shared/ui/copy-button.js';

/** Shown once: each lets in one time in place of the app. */
export function RecoveryCodeList({ codes, onDone }: { codes: string[]; onDone: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="one-time">
      <p>{t('totp.recoveryText')}</p>
      <ul className="code-list">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="row">
        <CopyButton text={codes.join('\n')} label={t('totp.copyCodes')} />
        <Button type="primary" size="small" onClick={onDone}>
          {t('totp.codesKept')}
        </Button>
      </div>
    </div>
  );
}
