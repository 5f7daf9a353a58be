import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useTitle } from '../../shared/ui/use-title.js';

export function NotFoundPage() {
  const { t } = useTranslation();
  useTitle(t('notFound.title'));
  return (
    <div className="empty page-empty">
      <b className="big-figure">404</b>
      <b>{t('notFound.title')}</b>
      <span className="muted">{t('notFound.text')}</span>
      <Link to="/">
        <Button type="primary">{t('notFound.back')}</Button>
      </Link>
    </div>
  );
}
