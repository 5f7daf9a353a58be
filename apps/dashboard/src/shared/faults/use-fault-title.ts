import type { FaultTitle } from '@opsgauge/contract';
import { faultTitleText, type TitleLanguage } from '@opsgauge/domain';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** A fault's title in the language of the page. */
export function useFaultTitle(): (title: FaultTitle) => string {
  const { i18n } = useTranslation();
  const language: TitleLanguage = i18n.language === 'en' ? 'en' : 'zh-CN';
  return useCallback((title) => faultTitleText(title, language), [language]);
}
