import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { changeLanguage } from '../i18n/i18n.js';

/** Offers the other language, in that language. */
export function LanguageSwitch() {
  const { i18n } = useTranslation();
  const isEnglish = i18n.language === 'en';
  return (
    <Button
      type="text"
      lang={isEnglish ? 'zh-CN' : 'en'}
      aria-label={isEnglish ? '切换到中文' : 'Switch to English'}
      onClick={() => void changeLanguage(isEnglish ? 'zh-CN' : 'en')}
    >
      {isEnglish ? '中文' : 'EN'}
    </Button>
  );
}
