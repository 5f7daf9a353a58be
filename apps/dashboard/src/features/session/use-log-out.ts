import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Session } from '@opsgauge/contract';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { toApiError } from '../../shared/api/api-error.js';
import { logOut } from '../../shared/api/commands.js';
import { keys } from '../../shared/api/keys.js';

/** Ends the session; nothing that was read by it stays behind. */
export function useLogOut() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  return useMutation({
    mutationFn: logOut,
    onSuccess: () => {
      client.removeQueries({ predicate: (query) => query.queryKey[0] !== keys.session[0] });
      client.setQueryData<Session>(
        keys.session,
        (known) => known && { ...known, user: null, mustChangePassword: false },
      );
    },
    onError: (error) => message.error(t(`error.${toApiError(error).code}`)),
  });
}
