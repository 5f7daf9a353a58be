import { useTranslation } from 'react-i18next';

export type SectionName =
  | 'organizations'
  | 'projects'
  | 'contracts'
  | 'systems'
  | 'servers'
  | 'retiredServers'
  | 'prometheus'
  | 'maintenance';

/** Why a list is empty, and what comes next. */
export function EmptySection({ of }: { of: SectionName }) {
  const { t } = useTranslation();
  return (
    <>
      <b>{t(`inventoryEmpty.${of}.title`)}</b>
      <span className="muted">{t(`inventoryEmpty.${of}.text`)}</span>
    </>
  );
}
