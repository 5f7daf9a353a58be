import { Button, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../shared/format/use-formats.js';
import { OneTimeValue } from '../../shared/ui/one-time-value.js';
import { invitationLink } from './invitation-link.js';
import type { useInvitation } from './use-invitation.js';

/** The one-time link, to be handed to the person on a safe way. */
export function InvitationModal({ invitation }: { invitation: ReturnType<typeof useInvitation> }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { account, response, isOpen, close } = invitation;
  return (
    <Modal
      open={isOpen}
      onCancel={close}
      title={t('invitation.linkTitle', { name: account?.displayName ?? '' })}
      mask={{ closable: false }}
      footer={
        <Button type="primary" onClick={close}>
          {t('action.done')}
        </Button>
      }
    >
      {response && (
        <div className="one-time">
          <p>{t('invitation.linkText', { time: formats.dateTime(response.expiresAt) })}</p>
          <OneTimeValue value={invitationLink(window.location.origin, response.token)} />
        </div>
      )}
    </Modal>
  );
}
