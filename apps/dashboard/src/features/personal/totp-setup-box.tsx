import type { TotpSetup } from '@opsgauge/contract';
import { QRCode } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { OneTimeValue } from '../../shared/ui/one-time-value.js';

/** The secret as a picture for the app's camera, and as text for whoever has none. */
export function TotpSetupBox({ setup, children }: { setup: TotpSetup; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <div className="totp-setup">
      {/* Black on white in the dark theme too: not every camera reads the inverse. */}
      <div className="qr" role="img" aria-label={t('totp.qrCode')}>
        <QRCode type="svg" value={setup.otpauthUrl} size={168} color="#000" bgColor="#fff" bordered={false} />
      </div>
      <div>
        <p>{t('totp.scan')}</p>
        <OneTimeValue value={setup.secret} />
        {children}
      </div>
    </div>
  );
}
