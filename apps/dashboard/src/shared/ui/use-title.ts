import { useEffect, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { onTitleBadge, titleBadge } from './title-badge.js';

/** The browser tab's title while this page stands, after the number of faults where there are any. */
export function useTitle(title: string | undefined): void {
  const { t } = useTranslation();
  const product = t('product.name');
  const badge = useSyncExternalStore(onTitleBadge, titleBadge);
  useEffect(() => {
    const name = title ? `${title} · ${product}` : product;
    document.title = badge > 0 ? `(${badge}) ${name}` : name;
  }, [title, product, badge]);
}
