import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Mark } from '../../shared/ui/mark.js';
import { Entrance } from './entrance.js';

/** @param username of whoever accepted, for the login to be filled in with; left out: the link is not good */
export function InvitationEnd({ username }: { username?: string }) {
  const { t } = useTranslation();
  const isAccepted = username !== undefined;
  return (
    <Entrance>
      <Alert
        type={isAccepted ? 'success' : 'error'}
        showIcon
        icon={<Mark kind={isAccepted ? 'up' : 'down'} size={16} />}
        title={isAccepted ? t('invitation.accepted', { username }) : t('error.invitation_invalid')}
      />
      <Link to="/login" state={{ username }}>
        <Button type={isAccepted ? 'primary' : 'default'} size="large" block>
          {t('invitation.toLogin')}
        </Button>
      </Link>
    </Entrance>
  );
}
