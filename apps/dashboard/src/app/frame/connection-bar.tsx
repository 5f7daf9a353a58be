import { ReloadOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../shared/format/use-formats.js';
import { useLive } from '../../shared/live/live-provider.js';
import { Mark } from '../../shared/ui/mark.js';

/** Says that the live connection is lost and of what time the figures on screen are. */
export function ConnectionBar() {
  const { t } = useTranslation();
  const formats = useFormats();
  const { state, lostAt, reconnect } = useLive();
  if (!state || state.isConnected || lostAt === null) return null;
  return (
    <Alert
      type="warning"
      showIcon
      icon={<Mark kind="warning" size={16} />}
      title={t('live.lostText', { attempt: state.attempt, time: formats.dateTimeSeconds(lostAt) })}
      action={
        <Button size="small" icon={<ReloadOutlined />} onClick={reconnect}>
          {t('live.reconnect')}
        </Button>
      }
    />
  );
}
