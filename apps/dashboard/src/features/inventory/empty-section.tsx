import { useTranslation } from 'react-i18next';

/** Why a list is empty, and what comes next. */
export function EmptySection({
  of,
}: {
  of: 'organizations' | 'projects' | 'contracts' | 'systems' | 'servers' | 'maintenance';
}) {
  const { t } = useTranslation();
  return (
    <>
      <b>{t(`inventoryEmpty.${of}.title`)}</b>
      <span className="muted">{t(`inventoryEmpty.${of}.text`)}</span>
    </>
  );
}
