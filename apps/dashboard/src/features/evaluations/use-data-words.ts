import type { Actual } from '@opsgauge/contract';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

const unitKeys = { 小时: 'hours' } as const;
const gradeKeys = { 优: 'excellent', 良: 'good', 良好: 'good', 中: 'fair', 差: 'poor' } as const;
const indicatorKeys = {
  'system-up-hours': 'systemUpHours',
  'system-availability': 'systemAvailability',
} as const;

const definitionKeys = {
  'up-hours': 'upHours',
  availability: 'availability',
  linear: 'linear',
  ratio: 'ratio',
} as const;

const known = <T extends object>(table: T, name: string): T[keyof T] | null =>
  Object.hasOwn(table, name) ? table[name as keyof T] : null;

/**
 * Words that come with the data in Chinese, as the forms print them, in the chosen language where the page knows
 * them; a template of the customer's own keeps its own words. Chinese always prints the data's.
 */
export function useDataWords() {
  const { t, i18n } = useTranslation();
  const isChinese = i18n.language !== 'en';
  return useMemo(
    () => ({
      indicator: ({ key, name }: Pick<Actual, 'key' | 'name'>): string => {
        const word = known(indicatorKeys, key);
        return isChinese || !word ? name : t(`indicator.${word}`);
      },
      unit: (unit: string): string => {
        const word = known(unitKeys, unit);
        return isChinese || !word ? unit : t(`unit.${word}`);
      },
      grade: (grade: string): string => {
        const word = known(gradeKeys, grade);
        return isChinese || !word ? grade : t(`grade.${word}`);
      },
      /** `linear@1` in words; a code that the page does not know stays as it is. */
      versioned: (code: string): string => {
        const [name = '', version = ''] = code.split('@');
        const word = known(definitionKeys, name);
        return word && version ? t('definition.versioned', { name: t(`definition.${word}`), version }) : code;
      },
    }),
    [t, isChinese],
  );
}
