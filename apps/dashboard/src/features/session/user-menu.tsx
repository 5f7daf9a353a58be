import { LogoutOutlined, SettingOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Avatar, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { sessionQuery } from '../../shared/api/queries.js';
import { useLogOut } from './use-log-out.js';

/** Who is logged in, with the own settings and the way out. */
export function UserMenu({ onChosen }: { onChosen?: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { data: session } = useQuery(sessionQuery);
  const logOut = useLogOut();
  const user = session?.user;
  if (!user) return null;
  const role = t(`role.${user.role}`);
  const choose = (key: string) => {
    onChosen?.();
    if (key === 'logout') logOut.mutate();
    else void navigate('/personal');
  };
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'personal', icon: <SettingOutlined />, label: t('navigation.personal') },
          { type: 'divider' },
          { key: 'logout', icon: <LogoutOutlined />, label: t('session.logOut') },
        ],
        onClick: ({ key }) => choose(key),
      }}
    >
      <button type="button" className="user" aria-label={t('session.menu')}>
        <Avatar size={24}>{user.displayName.slice(0, 1)}</Avatar>
        <span>{user.displayName}</span>
        {role !== user.displayName && <span className="muted">{role}</span>}
      </button>
    </Dropdown>
  );
}
