import { Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { AddServerSteps } from './add-server-steps.js';
import { EnrolmentCommand } from './enrolment-command.js';

export function AddServerDrawer({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Drawer open={isOpen} onClose={onClose} size={560} title={t('addServer.title')} destroyOnHidden>
      <AddServerSteps />
      <EnrolmentCommand />
    </Drawer>
  );
}
