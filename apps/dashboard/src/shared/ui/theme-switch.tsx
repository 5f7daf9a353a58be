import { MoonOutlined, SunOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useThemeMode } from '../theme/theme-mode.js';

export function ThemeSwitch() {
  const { t } = useTranslation();
  const { mode, toggle } = useThemeMode();
  const label = t(mode === 'dark' ? 'theme.toLight' : 'theme.toDark');
  return (
    <Button
      type="text"
      icon={mode === 'dark' ? <SunOutlined /> : <MoonOutlined />}
      onClick={toggle}
      aria-label={label}
      title={label}
    />
  );
}
