import { Trans, useTranslation } from 'react-i18next';
import { Link } from 'react-router';

/** From the line to paste to a server that counts, in the order in which it is done. */
export function AddServerSteps() {
  const { t } = useTranslation();
  return (
    <ol className="steps">
      <li>{t('addServer.pasteStep')}</li>
      <li>{t('addServer.appearStep')}</li>
      <li>
        <Trans i18nKey="addServer.approveStep" components={{ place: <Link to="/inventory/servers" /> }} />
      </li>
    </ol>
  );
}
