import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLogOut } from './use-log-out.js';

export function LogOutButton() {
  const { t } = useTranslation();
  const logOut = useLogOut();
  return (
    <Button type="link" block loading={logOut.isPending} onClick={() => logOut.mutate()}>
      {t('session.logOut')}
    </Button>
  );
}
