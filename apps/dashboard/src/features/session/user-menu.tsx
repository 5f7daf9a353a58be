import { LogoutOutlined } from '@ant-design/icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Session } from '@opsgauge/contract';
import { App, Avatar, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { toApiError } from '../../shared/api/api-error.js';
import { logOut } from '../../shared/api/commands.js';
import { keys } from '../../shared/api/keys.js';
import { sessionQuery } from '../../shared/api/queries.js';

/** Who is logged in, with the way out. */
export function UserMenu() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const { data: session } = useQuery(sessionQuery);
  const logout = useMutation({
    mutationFn: logOut,
    onSuccess: () => {
      client.removeQueries({ predicate: (query) => query.queryKey[0] !== keys.session[0] });
      client.setQueryData<Session>(keys.session, (known) => known && { ...known, user: null });
    },
    onError: (error) => message.error(t(`error.${toApiError(error).code}`)),
  });
  const user = session?.user;
  if (!user) return null;
  const role = t(`role.${user.role}`);
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [{ key: 'logout', icon: <LogoutOutlined />, label: t('session.logOut') }],
        onClick: () => logout.mutate(),
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
