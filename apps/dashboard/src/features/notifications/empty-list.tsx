import { useTranslation } from 'react-i18next';

/** Why a list is empty, and what comes next. */
export function EmptyList({ of }: { of: 'channels' | 'subscriptions' | 'roster' | 'deliveries' | 'mail' }) {
  const { t } = useTranslation();
  return (
    <>
      <b>{t(`notificationsEmpty.${of}.title`)}</b>
      <span className="muted">{t(`notificationsEmpty.${of}.text`)}</span>
    </>
  );
}
