import type { ComponentType } from 'react';
import { useMay, type Permission } from '../../shared/permissions.js';
import { NotFoundPage } from './not-found-page.js';

/** A page for those who may see it; for anybody else it is not there. */
export function permitted(permission: Permission, Page: ComponentType): ComponentType {
  return function PermittedPage() {
    return useMay(permission) ? <Page /> : <NotFoundPage />;
  };
}
