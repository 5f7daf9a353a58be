import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

/** The browser tab's title while this page stands. */
export function useTitle(title: string | undefined): void {
  const { t } = useTranslation();
  const product = t('product.name');
  useEffect(() => {
    document.title = title ? `${title} · ${product}` : product;
  }, [title, product]);
}
