import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { rootCausesQuery } from '../api/faults.js';

/** The catalogue of root causes in the language of the page. */
export function useRootCauses() {
  const { i18n } = useTranslation();
  const isEnglish = i18n.language === 'en';
  const { data } = useQuery(rootCausesQuery);
  return useMemo(() => {
    const names = new Map(
      (data?.items ?? []).map(({ rootCauseCode, nameChinese, nameEnglish }) => [
        rootCauseCode,
        isEnglish ? nameEnglish : nameChinese,
      ]),
    );
    return {
      options: [...names].map(([value, label]) => ({ value, label })),
      /** A code that is not read yet stands for itself. */
      nameOf: (code: string) => names.get(code) ?? code,
    };
  }, [data, isEnglish]);
}
