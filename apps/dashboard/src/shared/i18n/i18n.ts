import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { zhCN } from './zh-cn.js';
import { en } from './en.js';

export type Language = 'zh-CN' | 'en';
const storageKey = 'opsgauge.language';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof zhCN };
    returnNull: false;
  }
}

/** Chinese unless the person chose English. */
export async function startI18n(): Promise<void> {
  await i18next.use(initReactI18next).init({
    resources: { 'zh-CN': { translation: zhCN }, en: { translation: en } },
    lng: localStorage.getItem(storageKey) === 'en' ? 'en' : 'zh-CN',
    fallbackLng: 'zh-CN',
    showSupportNotice: false,
    interpolation: { escapeValue: false },
  });
}

export async function changeLanguage(language: Language): Promise<void> {
  localStorage.setItem(storageKey, language);
  await i18next.changeLanguage(language);
}
